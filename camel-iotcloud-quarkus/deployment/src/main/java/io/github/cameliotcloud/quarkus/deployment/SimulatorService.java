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
package io.github.cameliotcloud.quarkus.deployment;

import java.security.SecureRandom;
import java.util.Base64;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;
import io.quarkus.deployment.builditem.Startable;

/** A simulator that Quarkus starts and closes. */
final class SimulatorService implements Startable {

    private static final int SECRET_BYTES = 16;

    private final SimulatorSettings settings;
    private final String secret;
    private IotCloudSimulator simulator;

    SimulatorService(SimulatorSettings settings) {
        this.settings = settings;
        this.secret = settings.secret().orElseGet(SimulatorService::randomSecret);
    }

    @Override
    public void start() {
        IotCloudSimulatorBuilder builder =
                IotCloudSimulator.builder().mqttPort(settings.port()).httpPort(settings.apiPort());
        settings.devices().forEach(device -> builder.device(settings.product(), device, secret));
        simulator = builder.start();
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }

    String brokerUrl() {
        return simulator.brokerUrl();
    }

    String apiUrl() {
        return simulator.apiUrl();
    }

    String secret() {
        return secret;
    }

    String whereItIs() {
        return "Dev Services for camel-iotcloud: simulated cloud at " + brokerUrl() + ", cloud API at " + apiUrl()
                + ", "
                + settings + ". Turn it off with quarkus.camel.iotcloud.devservices.enabled=false, or set "
                + ConfiguredOptions.PREFIX + "broker-url or region.";
    }

    @Override
    public String getConnectionInfo() {
        return brokerUrl();
    }

    /** There is no container. */
    @Override
    public String getContainerId() {
        return null;
    }

    private static String randomSecret() {
        byte[] key = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
