/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.cameliotcloud.simulator.limits;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a PUBLISH of a device may do wrong. Of the cloud only "rejected" is known (protocol.md 3.1, 3.2, 3.3), so each has a
 * {@link Reaction} that can be chosen.
 */
public enum Violation {
    /** QoS 2; closes the connection unless chosen otherwise. */
    QOS_2(Reaction.CLOSE, EnumSet.of(Reaction.CLOSE, Reaction.DROP)),
    /** More than {@link Limit#PAYLOAD_BYTES}; closes the connection unless chosen otherwise. */
    OVERSIZE(Reaction.CLOSE, EnumSet.of(Reaction.CLOSE, Reaction.DROP, Reaction.ACKNOWLEDGE)),
    /** More than {@link Limit#UPLINK_PER_SECOND}; is dropped unless chosen otherwise. */
    OVER_RATE(Reaction.DROP, EnumSet.of(Reaction.CLOSE, Reaction.DROP, Reaction.ACKNOWLEDGE)),
    /** Over {@link Limit#TOPIC_BYTES} or {@link Limit#TOPIC_SLASHES}; is dropped unless chosen otherwise. */
    TOPIC_TOO_LONG_OR_DEEP(Reaction.DROP, EnumSet.of(Reaction.CLOSE, Reaction.DROP, Reaction.ACKNOWLEDGE)),
    /** A topic that the device may not publish to; is dropped, as documented, unless chosen otherwise. */
    NO_PERMISSION(Reaction.DROP, EnumSet.of(Reaction.CLOSE, Reaction.DROP, Reaction.ACKNOWLEDGE)),
    /** The retain flag; has no effect unless chosen otherwise. */
    RETAIN(Reaction.TOLERATE, EnumSet.allOf(Reaction.class));

    private final Reaction usual;
    private final Set<Reaction> possible;

    Violation(Reaction usual, Set<Reaction> possible) {
        this.usual = usual;
        this.possible = possible;
    }

    /** The reaction of every profile. */
    public Reaction usualReaction() {
        return usual;
    }

    Reaction require(Reaction reaction) {
        if (!possible.contains(reaction)) {
            throw new IllegalArgumentException(
                    "The reaction to " + this + " is one of " + possible + ", not " + reaction);
        }
        return reaction;
    }
}
