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
package io.github.cameliotcloud.simulator.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A shadow at one moment (protocol.md 5.1); immutable.
 *
 * @param reported what the device said last
 * @param desired what applications want; empty means absent
 * @param version counts the updates
 * @param timestamp time of the last update in ms, 0 when there was none
 */
record ShadowDocument(Section reported, Section desired, long version, long timestamp) {

    static final ShadowDocument FRESH = new ShadowDocument(Section.EMPTY, Section.EMPTY, 0, 0);

    private static final int MAX_BYTES = 16 * 1024;

    /**
     * The outcome of an update.
     *
     * @param after the document afterwards
     * @param echo the changed part of the state
     * @param echoMetadata the metadata of the changed part
     */
    record Change(ShadowDocument after, ObjectNode echo, ObjectNode echoMetadata) {}

    static ShadowDocument of(StoredShadow stored) {
        return new ShadowDocument(
                new Section(stored.reported(), stored.reportedMetadata()),
                new Section(stored.desired(), stored.desiredMetadata()),
                stored.version(),
                stored.timestamp());
    }

    StoredShadow stored() {
        return new StoredShadow(
                reported.values(), reported.metadata(), desired.values(), desired.metadata(), version, timestamp);
    }

    /** @throws ShadowRejectedException when the document would become too large */
    Change apply(StatePatch patch, long newVersion, long now) {
        ObjectNode echo = ShadowJson.object();
        ObjectNode echoMetadata = ShadowJson.object();
        Section newReported = patch.reported()
                .map(value -> record("reported", reported.apply(value, now), echo, echoMetadata))
                .orElse(reported);
        Section newDesired = patch.desired()
                .map(value -> record("desired", desired.apply(value, now), echo, echoMetadata))
                .orElse(desired);
        ShadowDocument after = new ShadowDocument(newReported, newDesired, newVersion, now);
        if (ShadowJson.bytes(after.storedState()).length > MAX_BYTES) {
            throw new ShadowRejectedException(ShadowResult.TOO_LARGE);
        }
        return new Change(after, echo, echoMetadata);
    }

    private static Section record(String name, Section.Change change, ObjectNode echo, ObjectNode echoMetadata) {
        echo.set(name, change.echo());
        echoMetadata.set(name, change.echoMetadata());
        return change.after();
    }

    /** The values of desired that differ from reported; computed, never stored. */
    ObjectNode delta() {
        return StateDifference.between(desired.values(), reported.values());
    }

    /** The state as a get shows it: {@code desired} and {@code delta} only where there is something to show. */
    ObjectNode state() {
        ObjectNode state = storedState();
        ObjectNode delta = delta();
        if (!delta.isEmpty()) {
            state.set("delta", delta);
        }
        return state;
    }

    ObjectNode metadata() {
        return sections(reported.metadata(), desired.metadata());
    }

    private ObjectNode storedState() {
        return sections(reported.values(), desired.values());
    }

    private static ObjectNode sections(ObjectNode reported, ObjectNode desired) {
        ObjectNode sections = ShadowJson.object();
        sections.set("reported", reported.deepCopy());
        if (!desired.isEmpty()) {
            sections.set("desired", desired.deepCopy());
        }
        return sections;
    }
}
