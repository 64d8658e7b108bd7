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

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the extension can be told at build time. The component's own options are {@code camel.component.iotcloud.*}. */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.camel.iotcloud")
public interface IotCloudBuildTimeConfig {

    /** Dev Services: a simulator of the cloud for dev and test mode. */
    DevServices devservices();

    /** The simulator that starts in dev and test mode. */
    interface DevServices {

        /**
         * Whether a simulator of the cloud starts in dev and test mode when no broker, region or certificate is configured.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * Product ID of the devices at the simulator. Without it that of {@code camel.component.iotcloud.product}, or
         * {@code DEVSERVICE}.
         */
        Optional<String> product();

        /**
         * Names of the devices at the simulator; all have the same secret. Without it that of
         * {@code camel.component.iotcloud.device}, or {@code device-1}. The first is the device of endpoints that name none.
         */
        Optional<List<String>> devices();

        /** Port for MQTT; any free one when 0. */
        @WithDefault("0")
        int port();

        /** Port for the cloud API; any free one when 0. */
        @WithDefault("0")
        int apiPort();
    }
}
