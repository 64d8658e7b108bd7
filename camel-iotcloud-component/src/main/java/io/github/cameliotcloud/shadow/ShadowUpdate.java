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

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a device asks to change in its shadow (protocol.md section 5.3). Devices write {@code reported} and may only
 * clear {@code desired}.
 *
 * @param reported     attributes to merge into {@code reported}, a null value removes one; null leaves it alone
 * @param clearDesired whether to set {@code desired} to null
 * @param version      version that the shadow must have, 0 for no check
 */
public record ShadowUpdate(ObjectNode reported, boolean clearDesired, long version) {

    /**
     * @param reported attributes to merge into {@code reported}
     * @return an update without version check
     */
    public static ShadowUpdate report(ObjectNode reported) {
        return new ShadowUpdate(reported, false, 0);
    }

    /** @return an update that only clears {@code desired}, without version check */
    public static ShadowUpdate clear() {
        return new ShadowUpdate(null, true, 0);
    }

    /** @return the same change, that also clears {@code desired} */
    public ShadowUpdate andClearDesired() {
        return new ShadowUpdate(reported, true, version);
    }

    /**
     * @param required version that the shadow must have, 0 for no check
     * @return the same change under that condition
     */
    public ShadowUpdate ifVersion(long required) {
        return new ShadowUpdate(reported, clearDesired, required);
    }
}
