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
package io.github.cameliotcloud.shadow;

import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Lets each version of a shadow pass once, in rising order. Deltas are pushed and also found in the document after a
 * reconnect; the same version may be seen both ways. Thread-safe.
 *
 * <p>A version below the last one means that the shadow was deleted and made anew. A push cannot prove that, the
 * document can: {@link #found} takes the document as the truth and starts over from it.
 */
public final class DeltaSequence {

    private static final long NONE = -1;

    private long last = NONE;

    /** What to do with a pushed delta. */
    public enum Verdict {
        /** New: process it. */
        DELIVER,
        /** Seen before: drop it. */
        DUPLICATE,
        /** Older than what was seen: ask for the document. */
        ASK
    }

    /**
     * @param delta a delta that the cloud pushed
     * @return what to do with it
     */
    public synchronized Verdict pushed(ShadowDelta delta) {
        if (delta.version() == last) {
            return Verdict.DUPLICATE;
        }
        if (delta.version() < last) {
            return Verdict.ASK;
        }
        last = delta.version();
        return Verdict.DELIVER;
    }

    /**
     * @param document a reply to get
     * @return the delta in it, unless there is none or it was delivered before
     */
    public synchronized Optional<ShadowDelta> found(ShadowReply document) {
        if (document.version() < last) {
            last = NONE;
        }
        if (document.delta() instanceof ObjectNode delta && !delta.isEmpty() && document.version() > last) {
            last = document.version();
            return Optional.of(new ShadowDelta(delta, document.version(), document.timestamp()));
        }
        return Optional.empty();
    }
}
