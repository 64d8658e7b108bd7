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

import io.github.cameliotcloud.simulator.console.CloudControls;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;

/** What the page in the browser does, by the ways that applications and tests take. */
final class ConsoleControls implements CloudControls {

    private final SimulatedCloud cloud;
    private final ApplicationSide application;

    ConsoleControls(SimulatedCloud cloud) {
        this.cloud = cloud;
        this.application = new ApplicationSide(cloud);
    }

    @Override
    public long setDesired(DeviceIdentity device, String desiredJson) {
        return application.setDesired(device.product(), device.device(), desiredJson);
    }

    @Override
    public DeliveryOutcome publish(DeviceIdentity device, String topicSuffix, byte[] payload, int qos) {
        return application.publish(device.product(), device.device(), topicSuffix, payload, qos);
    }

    @Override
    public void enable(DeviceIdentity device, boolean enabled) {
        cloud.enable(device.product(), device.device(), enabled);
    }

    @Override
    public boolean networkOpen() {
        return cloud.isThere();
    }

    @Override
    public void openNetwork(boolean open) {
        if (open) {
            cloud.comeBack();
        } else {
            cloud.goAway();
        }
    }
}
