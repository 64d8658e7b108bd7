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
package io.github.cameliotcloud.simulator;

import java.util.List;

import io.github.cameliotcloud.simulator.device.LoggedConnection;

/** What a report of a failed test tells. Thread-safe. */
public final class SimulatorActivity {

    private final SimulatedCloud cloud;

    SimulatorActivity(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    /** All devices, each as {@code PRODUCT/DEVICE}. */
    public List<String> devices() {
        return cloud.devices().all().stream()
                .map(device -> device.identity().toString())
                .toList();
    }

    /**
     * The connections of a device, oldest first; the newest 100. The record of who was there when: gaps are the times
     * without a connection, and an end by a second login means that two clients wanted to be the device.
     *
     * @throws IllegalArgumentException when the device is unknown
     */
    public List<LoggedConnection> connections(String product, String device) {
        return cloud.channel(product, device).connections();
    }

    /** What was refused to devices and to clients that are none, oldest first; the newest 1,000. */
    public List<Refusal> refusals() {
        return cloud.refusals().all();
    }

    /** Forgets refusals, and what {@link IotCloudSimulator#received()} holds. */
    public void clear() {
        cloud.refusals().clear();
        cloud.journal().clear();
    }
}
