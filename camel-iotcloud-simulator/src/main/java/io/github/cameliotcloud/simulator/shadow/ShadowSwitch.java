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

import static io.github.cameliotcloud.simulator.shadow.Evidence.DOCUMENTED;
import static io.github.cameliotcloud.simulator.shadow.Evidence.INFERRED;
import static io.github.cameliotcloud.simulator.shadow.Evidence.LOGGED;
import static io.github.cameliotcloud.simulator.shadow.Evidence.UNKNOWN;

/**
 * A point where the real shadow service may behave otherwise than this one usually does (protocol.md 5). All are off
 * unless {@link ShadowRules} has them. Each constant is named after the alternative and holds both behaviours, how the
 * usual one is known, and the section that says more. Any of them may be combined.
 */
public enum ShadowSwitch {
    /** A shadow that nobody wrote has an empty state. */
    FRESH_STATE_EMPTY(
            "5.1",
            LOGGED,
            "A shadow that nobody wrote shows `\"state\":{\"reported\":{}}`.",
            "It shows `\"state\":{}`, as the document's empty shadow does."),

    /** The limit of levels counts {@code state} and {@code reported} as levels too. */
    DEPTH_COUNTED_FROM_STATE(
            "5.1",
            UNKNOWN,
            "Levels of objects are counted below `reported` or `desired`.",
            "`state` is level 1 and `reported` level 2."),

    /** Metadata has one time for each attribute, however deep its value is. */
    METADATA_PER_ATTRIBUTE(
            "5.1",
            UNKNOWN,
            "Metadata mirrors the tree, with a time at each leaf; an array is one leaf.",
            "Metadata has one time for each attribute directly below `reported` or `desired`."),

    /** A reply to a request without {@code clientToken} has an empty one. */
    ABSENT_TOKEN_ANSWERED_EMPTY(
            "5.2",
            UNKNOWN,
            "A request without `clientToken` is answered without one.",
            "It is answered with `\"clientToken\":\"\"`."),

    /** Delta holds all of {@code desired}; it exists, and is pushed, whenever desired exists. */
    DELTA_WITH_EQUAL_KEYS(
            "5.2",
            UNKNOWN,
            "`delta` holds the keys of `desired` that differ from `reported`, and is left out when none does.",
            "`delta` is all of `desired`, equal values included."),

    /** A nested object that differs anywhere is in delta as a whole. */
    DELTA_WITH_WHOLE_OBJECTS(
            "5.2",
            UNKNOWN,
            "Of a nested object `delta` holds the differing keys only.",
            "A nested object that differs is in `delta` as a whole."),

    /** An update replies with every key that it named. */
    UNCHANGED_KEYS_ECHOED(
            "5.3",
            LOGGED,
            "The reply to an update holds the keys whose value changed.",
            "It holds all keys that the update named."),

    /** A section of which nothing changed is missing in the reply. */
    EMPTY_ECHO_WITHOUT_SECTION(
            "5.3",
            UNKNOWN,
            "When no value changed, the reply has `\"state\":{\"reported\":{}}`.",
            "It has `\"state\":{}`."),

    /** A deleted key is missing in the reply. */
    DELETED_KEYS_NOT_ECHOED(
            "5.3", UNKNOWN, "A deleted key is echoed as `null`.", "A deleted key is missing in the reply."),

    /** A cleared {@code desired} is missing in the reply, whose state is null when there is nothing else. */
    CLEARED_DESIRED_AS_NULL_STATE(
            "5.3",
            DOCUMENTED,
            "`desired:null` is answered with `\"state\":{\"desired\":null}`.",
            "It is answered with `\"state\":null`, and `metadata`, when asked for, is null too; seen in a log of a sibling service."),

    /** The reply to a bare {@code desired:null} also shows all of {@code reported}. */
    CLEARED_DESIRED_ECHOED_WITH_REPORTED(
            "5.3",
            INFERRED,
            "The reply to a bare `desired:null` shows nothing of `reported`.",
            "It shows all of `reported`, as the document's sample does."),

    /** A nested object takes the place of the stored one. */
    NESTED_OBJECTS_REPLACED(
            "5.3",
            UNKNOWN,
            "A nested object is merged into the stored one, key by key.",
            "A nested object replaces the stored one."),

    /** {@code overwriteUpdate} is not looked at. */
    OVERWRITE_IGNORED(
            "5.3",
            INFERRED,
            "`\"overwriteUpdate\":true` replaces the sections that the update names; keys it does not name are deleted.",
            "`overwriteUpdate` is ignored and the update merges."),

    /** Only a version that is lower than the stored one is a conflict. */
    HIGHER_VERSION_ACCEPTED(
            "5.4 rule 2",
            DOCUMENTED,
            "A version other than the stored one and 0 is refused with 5005.",
            "Only a lower version is refused; a later paragraph of the document speaks of lower alone."),

    /** The update that creates the document counts like any other. */
    FIRST_UPDATE_COUNTS(
            "5.4 rule 5",
            LOGGED,
            "The first access creates the document at version 0; an update of the device that does so leaves it at 0.",
            "The update of a device that creates the document makes it version 1."),

    /** Error replies have their time in seconds. */
    ERROR_TIME_IN_SECONDS(
            "5.4",
            UNKNOWN,
            "The outer `timestamp` of an error reply is in milliseconds, as in other replies to updates.",
            "It is in seconds, as in replies to a get."),

    /** Deltas have metadata. */
    DELTA_WITH_METADATA(
            "5.5", INFERRED, "A delta has no metadata.", "A delta has metadata, as in the document's example of 2018."),

    /**
     * An update of the device that leaves a difference is followed by a delta, behind its reply and with the same version.
     * The official Java SDK ignores such a delta, as it knows the version from the reply (protocol.md 5.5).
     */
    DELTA_AFTER_REPORT(
            "5.5",
            UNKNOWN,
            "A delta is pushed when an application writes `desired`.",
            "A delta is also pushed behind the reply to an update of the device that leaves a difference, with the same version."),

    /** Applications may write {@code reported}. */
    APPLICATION_REPORTED_ACCEPTED(
            "5.5",
            DOCUMENTED,
            "Applications write `desired` only.",
            "Applications may write `reported` too, as in early versions of the cloud API."),

    /** Applications may not write an empty {@code desired}. */
    EMPTY_DESIRED_REJECTED(
            "5.5",
            UNKNOWN,
            "An application may write an empty object as `desired`; it adds one to the version.",
            "It is refused with 5003, as the console refuses it."),

    /** What is no JSON object gets no reply. */
    INVALID_JSON_UNANSWERED(
            "5.6",
            UNKNOWN,
            "What is no JSON object is answered with 5004, an empty payload and no `clientToken`.",
            "It gets no answer."),

    /** A request of unknown type is answered with 5101. */
    UNKNOWN_TYPE_REJECTED(
            "5.7", UNKNOWN, "A request of unknown `type` gets no answer.", "It is answered with 5101, bad parameter."),

    /** A device may delete its shadow by the type {@code delete}. */
    DEVICE_DELETE_ACCEPTED(
            "5.7",
            UNKNOWN,
            "`\"type\":\"delete\"` is an unknown type.",
            "It deletes the shadow, and is answered with result 0 and an empty payload."),

    /** A device may write {@code desired}. */
    DEVICE_DESIRED_ACCEPTED(
            "5.8",
            UNKNOWN,
            "A device may only clear `desired`, or keys of it, by null; a value is refused with 5003.",
            "A device may write `desired` like `reported`; no delta is pushed for it."),

    /**
     * A deleted shadow keeps its version. The official Java SDK ignores deltas whose version is not higher than the last
     * one it saw (protocol.md 5.5), so it tells the two apart.
     */
    VERSION_KEPT_AFTER_DELETION(
            "7.4",
            UNKNOWN,
            "A deleted shadow starts again at version 0, as if it had never been accessed.",
            "A deleted shadow is empty and keeps its version; each update adds one.");

    private final String section;
    private final Evidence evidence;
    private final String usual;
    private final String alternative;

    ShadowSwitch(String section, Evidence evidence, String usual, String alternative) {
        this.section = section;
        this.evidence = evidence;
        this.usual = usual;
        this.alternative = alternative;
    }

    /** The section of protocol.md, such as {@code 5.4 rule 5}. */
    public String section() {
        return section;
    }

    /** How the usual behaviour is known. */
    public Evidence evidence() {
        return evidence;
    }

    /** What happens while the switch is off, a sentence. */
    public String usual() {
        return usual;
    }

    /** What happens while the switch is on, a sentence. */
    public String alternative() {
        return alternative;
    }
}
