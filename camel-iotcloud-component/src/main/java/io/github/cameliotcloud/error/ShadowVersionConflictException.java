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
package io.github.cameliotcloud.error;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Result 5005: the update named a version that is not the current one; nothing was changed. Carries the whole current
 * document, so a route can merge and try again without another get (protocol.md section 5.4).
 */
public class ShadowVersionConflictException extends ShadowRequestRejectedException {

    /** The {@code result} that stands for a version conflict. */
    public static final int RESULT_CODE = 5005;

    private final transient JsonNode currentState;
    private final long currentVersion;

    /**
     * @param message        one sentence that names the device and both versions
     * @param currentState   the {@code state} of the current document: reported, desired, delta
     * @param currentVersion version of the current document
     */
    public ShadowVersionConflictException(String message, JsonNode currentState, long currentVersion) {
        super(message, RESULT_CODE);
        this.currentState = currentState;
        this.currentVersion = currentVersion;
    }

    /** @return the {@code state} of the current document: reported, desired, delta */
    public JsonNode currentState() {
        return currentState;
    }

    /** @return version of the current document */
    public long currentVersion() {
        return currentVersion;
    }
}
