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

import java.time.Duration;

import io.github.cameliotcloud.simulator.application.BroadcastService;
import io.github.cameliotcloud.simulator.application.DeviceRegistry;
import io.github.cameliotcloud.simulator.application.MessageService;
import io.github.cameliotcloud.simulator.application.RrpcService;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.http.ApiServices;
import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.vertx.core.Vertx;

/** The wired services for applications, which the cloud API and the Java API share. */
record ApplicationServices(
        DeviceRegistry registry, MessageService messages, BroadcastService broadcasts, RrpcService rrpc) {

    static ApplicationServices of(
            SimulatorConfig config,
            Vertx vertx,
            DeviceDirectory devices,
            DeviceChannels channels,
            ShadowService shadows) {
        int maxPayloadBytes = config.limits().get(Limit.PAYLOAD_BYTES);
        return new ApplicationServices(
                new DeviceRegistry(devices, channels, shadows),
                new MessageService(channels, config.topicRules(), maxPayloadBytes),
                new BroadcastService(devices, channels, config.api().settings().broadcastTime(), config.clock()),
                new RrpcService(
                        channels,
                        (delay, task) -> later(vertx, delay, task),
                        config.api().settings().rrpcWindow(),
                        maxPayloadBytes));
    }

    private static Runnable later(Vertx vertx, Duration delay, Runnable task) {
        long timer = vertx.setTimer(delay.toMillis(), id -> task.run());
        return () -> vertx.cancelTimer(timer);
    }

    ApiServices forCloudApi(
            DeviceDirectory devices,
            DeviceChannels channels,
            ShadowService shadows,
            SimulatorCertificates certificates) {
        return new ApiServices(
                devices, shadows, channels, registry, messages, broadcasts, rrpc, certificates::authority);
    }
}
