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

    ShadowDocument withVersion(long other) {
        return new ShadowDocument(reported, desired, other, timestamp);
    }

    /**
     * The outcome of an update.
     *
     * @param after the document afterwards
     * @param echo what the reply shows
     */
    record Change(ShadowDocument after, UpdateEcho echo) {}

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
    Change apply(StatePatch patch, long newVersion, long now, ShadowRules rules) {
        Section.Change newReported = patch.reported()
                .map(value -> reported.apply(value, patch.overwrites(), now, rules))
                .orElseGet(reported::unchanged);
        Section.Change newDesired = patch.desired()
                .map(value -> desired.apply(value, patch.overwrites(), now, rules))
                .orElseGet(desired::unchanged);
        ShadowDocument after = new ShadowDocument(newReported.after(), newDesired.after(), newVersion, now);
        after.requireSize(rules);
        return new Change(after, UpdateEcho.of(patch, newReported, newDesired, rules));
    }

    private void requireSize(ShadowRules rules) {
        ObjectNode state = storedState();
        if (ShadowJson.bytes(state).length > rules.maxBytes()
                || JsonTrees.leaves(reported.values()) + JsonTrees.leaves(desired.values()) > rules.maxAttributes()) {
            throw new ShadowRejectedException(ShadowResult.TOO_LARGE);
        }
    }

    /** The values of desired that differ from reported; computed, never stored. */
    ObjectNode delta(ShadowRules rules) {
        return StateDifference.between(desired.values(), reported.values(), rules);
    }

    /** The state as a get shows it: {@code desired} and {@code delta} only where there is something to show. */
    ObjectNode state(ShadowRules rules) {
        ObjectNode state = storedState();
        ObjectNode delta = delta(rules);
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
