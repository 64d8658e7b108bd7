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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/** The misbehaviour that a test ordered for one device. Thread-safe. */
public final class DeviceFaults {

    /**
     * What becomes of the next CONNECTs.
     *
     * @param count how many are refused
     * @param connackCode with what; 0 before the first order
     */
    public record Refusals(int count, int connackCode) {}

    private final AtomicReference<Refusals> refusals = new AtomicReference<>(new Refusals(0, 0));
    private volatile boolean swallowShadowReplies;
    private volatile Duration shadowReplyDelay = Duration.ZERO;
    private volatile boolean swallowPubAcks;
    private volatile boolean swallowSubAcks;
    private volatile boolean refuseSubscriptions;
    private volatile Duration pubAckDelay = Duration.ZERO;
    private volatile Duration subAckDelay = Duration.ZERO;
    private volatile boolean duplicateMessages;

    /** As at the start. */
    public void reset() {
        refuseNextConnects(0, 0);
        swallowShadowReplies = false;
        shadowReplyDelay = Duration.ZERO;
        swallowPubAcks = false;
        swallowSubAcks = false;
        refuseSubscriptions = false;
        pubAckDelay = Duration.ZERO;
        subAckDelay = Duration.ZERO;
        duplicateMessages = false;
    }

    public void refuseNextConnects(int count, int connackCode) {
        refusals.set(new Refusals(count, connackCode));
    }

    /** The refusals that are still to come. */
    public Refusals refusals() {
        return refusals.get();
    }

    /** Takes one of the ordered refusals: its CONNACK code, or empty when none is left. */
    OptionalInt nextRefusal() {
        Refusals before = refusals.getAndUpdate(
                current -> current.count() > 0 ? new Refusals(current.count() - 1, current.connackCode()) : current);
        return before.count() > 0 ? OptionalInt.of(before.connackCode()) : OptionalInt.empty();
    }

    public void swallowShadowReplies(boolean on) {
        swallowShadowReplies = on;
    }

    public boolean swallowsShadowReplies() {
        return swallowShadowReplies;
    }

    public void delayShadowReplies(Duration delay) {
        shadowReplyDelay = delay;
    }

    public Duration shadowReplyDelay() {
        return shadowReplyDelay;
    }

    public void swallowPubAcks(boolean on) {
        swallowPubAcks = on;
    }

    public boolean swallowsPubAcks() {
        return swallowPubAcks;
    }

    public void swallowSubAcks(boolean on) {
        swallowSubAcks = on;
    }

    public boolean swallowsSubAcks() {
        return swallowSubAcks;
    }

    public void refuseSubscriptions(boolean on) {
        refuseSubscriptions = on;
    }

    public boolean refusesSubscriptions() {
        return refuseSubscriptions;
    }

    public void delayPubAcks(Duration delay) {
        pubAckDelay = delay;
    }

    public Duration pubAckDelay() {
        return pubAckDelay;
    }

    public void delaySubAcks(Duration delay) {
        subAckDelay = delay;
    }

    public Duration subAckDelay() {
        return subAckDelay;
    }

    public void duplicateMessages(boolean on) {
        duplicateMessages = on;
    }

    public boolean duplicatesMessages() {
        return duplicateMessages;
    }
}
