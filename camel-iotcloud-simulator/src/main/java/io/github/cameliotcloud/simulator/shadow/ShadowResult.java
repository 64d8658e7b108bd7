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

/** The result codes of shadow replies (protocol.md 5.6). */
public enum ShadowResult {
    SUCCESS(0, "success"),
    KEY_MISSING(5000, "a required key is missing"),
    TOO_DEEP(5002, "the state is too deep"),
    ILLEGAL_NODE(5003, "the JSON has an illegal node"),
    NOT_JSON(5004, "not a JSON object"),
    VERSION_MISMATCH(5005, "the version does not match"),
    TOO_LARGE(5006, "the shadow document is too large"),
    BAD_PARAMETER(5101, "a parameter has the wrong type");

    private final int code;
    private final String meaning;

    ShadowResult(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
