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
package io.github.cameliotcloud.examples.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** The application on the other side of the cloud: it wants temperatures and watches the devices reach them. */
final class ThermostatApplication {

    private static final Logger LOG = LoggerFactory.getLogger("quickstart");
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final IotCloudSimulator cloud;
    private final String product;
    private final List<String> devices;

    ThermostatApplication(IotCloudSimulator cloud, String product, List<String> devices) {
        this.cloud = cloud;
        this.product = product;
        this.devices = devices;
    }

    /**
     * Changes a device's desired temperature about once a second.
     *
     * @param changes how many changes to make
     * @param goOn    asked before each change
     * @return how many of them the devices have reported back
     */
    int run(int changes, BooleanSupplier goOn) {
        int reportedBack = 0;
        for (int i = 0; i < changes && goOn.getAsBoolean(); i++) {
            LockSupport.parkNanos(PERIOD.toNanos());
            String device = devices.get(i % devices.size());
            int temperature = 18 + i % 9;
            long version = cloud.setDesired(product, device, "{\"temperature\":" + temperature + "}");
            LOG.info("  wanted  {}  version {}  temperature {}", device, version, temperature);
            if (isReached(device, temperature)) {
                reportedBack++;
            }
        }
        return reportedBack;
    }

    /** Waits until the device has reported what was wanted and nothing is wanted any more. */
    private boolean isReached(String device, int temperature) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            JsonNode state = cloud.shadow(product, device).path("state");
            if (state.path("reported").path("temperature").asInt() == temperature
                    && state.path("desired").path("temperature").isMissingNode()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        LOG.warn("  {} has not reported temperature {} within {}", device, temperature, LONGEST_WAIT);
        return false;
    }
}
