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

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;

/** Offers the simulator as Dev Service. Quarkus starts it, keeps it over live reloads and closes it at the end. */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
final class DevServicesProcessor {

    private static final Logger LOG = Logger.getLogger("io.github.cameliotcloud.quarkus");

    @BuildStep
    void simulator(IotCloudBuildTimeConfig config, BuildProducer<DevServicesResultBuildItem> services) {
        if (!config.devservices().enabled()) {
            return;
        }
        ConfiguredOptions options = new ConfiguredOptions(ConfigProvider.getConfig());
        Optional<String> chosen = options.chosenCloud();
        if (chosen.isPresent()) {
            LOG.debugf("No simulator is started, because %s is configured", chosen.get());
            return;
        }
        SimulatorSettings settings = SimulatorSettings.of(config.devservices(), options);
        services.produce(DevServicesResultBuildItem.owned()
                .feature(IotCloudProcessor.FEATURE)
                .description("Simulator of Tencent Cloud IoT Hub")
                .serviceConfig(settings)
                .startable(() -> new SimulatorService(settings))
                .postStartHook(service -> LOG.info(service.whereItIs()))
                .configProvider(SimulatorProperties.of(settings, options))
                .build());
    }
}
