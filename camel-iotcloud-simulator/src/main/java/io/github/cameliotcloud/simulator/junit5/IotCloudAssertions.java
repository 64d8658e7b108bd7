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
package io.github.cameliotcloud.simulator.junit5;

import org.assertj.core.api.Condition;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Where assertions on devices begin, and what shadows may become. Clashes with no static import of AssertJ. */
public final class IotCloudAssertions {

    private IotCloudAssertions() {}

    /**
     * Begins assertions on a device; they wait up to 10 s, or {@link DeviceAssert#within}.
     *
     * @throws IllegalArgumentException when the device is unknown
     */
    public static DeviceAssert assertThatDevice(IotCloudSimulator simulator, String product, String device) {
        ObservedDevice observed = new ObservedDevice(simulator, product, device);
        observed.attempts();
        return new DeviceAssert(observed);
    }

    /**
     * The device has reported this, and may have reported more.
     *
     * @param json an object whose members are compared at any depth; {@code null} stands for a member that is not there
     * @throws IllegalArgumentException when it is no JSON object
     */
    public static Condition<JsonNode> reported(String json) {
        return includes("reported", json);
    }

    /** Applications want this, and may want more; see {@link #reported}. */
    public static Condition<JsonNode> desired(String json) {
        return includes("desired", json);
    }

    /** Reported and desired are the same where both say something. */
    public static Condition<JsonNode> noDelta() {
        return new Condition<>(shadow -> shadow.at("/state/delta").isMissingNode(), "no delta");
    }

    private static Condition<JsonNode> includes(String section, String json) {
        JsonNode part = JsonText.object(json);
        return new Condition<>(
                shadow -> JsonText.includes(shadow.path("state").path(section), part), section + " %s", part);
    }
}
