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

import io.github.cameliotcloud.simulator.auth.ConnectThrottle;
import io.github.cameliotcloud.simulator.auth.SignatureAuthenticator;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.http.CloudApi;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;
import io.github.cameliotcloud.simulator.mqtt.MqttService;
import io.github.cameliotcloud.simulator.mqtt.ShadowDownlink;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** The wired parts of a running simulator, and their life cycle. */
final class SimulatedCloud {

    private static final int JOURNAL_CAPACITY = 100_000;
    private static final int MAX_EVENT_LOOPS = 8;

    private final SimulatorConfig config;
    private final Vertx vertx;
    private final DeviceDirectory devices;
    private final DeviceChannels channels;
    private final TopicAuthorizer topicRules;
    private final ShadowService shadows;
    private final UplinkJournal journal;
    private final MqttService mqtt;
    private final int mqttPort;
    private final int httpPort;

    /** @throws IllegalStateException when a port cannot be opened */
    SimulatedCloud(SimulatorConfig config) {
        this.config = config;
        this.devices = config.directory();
        this.channels = new DeviceChannels(devices, config.clock(), config.maxInflight());
        this.topicRules = config.topicRules();
        this.shadows = new ShadowService(config.clock(), new ShadowDownlink(channels));
        this.journal = new UplinkJournal(config.clock(), JOURNAL_CAPACITY, config.onReceived());
        int eventLoops = Math.min(MAX_EVENT_LOOPS, Runtime.getRuntime().availableProcessors());
        this.vertx = Vertx.vertx(vertxOptions(eventLoops));
        SignatureAuthenticator authenticator = new SignatureAuthenticator(
                devices, new ConnectThrottle(config.minimumConnectInterval(), config.clock()), config.clock());
        this.mqtt = new MqttService(vertx, eventLoops, channels, authenticator, topicRules, shadows, journal);
        try {
            this.mqttPort = Waiting.forPort(
                    "MQTT", config.host(), config.mqttPort(), mqtt.open(config.host(), config.mqttPort()));
            this.httpPort = Waiting.forPort(
                    "HTTP",
                    config.host(),
                    config.httpPort(),
                    new CloudApi(vertx, devices, shadows).open(config.host(), config.httpPort()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static VertxOptions vertxOptions(int eventLoops) {
        return new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
    }

    void goAway() {
        Waiting.quietly("closing the MQTT port", mqtt.close());
    }

    void comeBack() {
        Waiting.forPort("MQTT", config.host(), mqttPort, mqtt.reopen(config.host(), mqttPort));
    }

    void close() {
        Waiting.quietly("closing the simulator", vertx.close());
    }

    /** @throws IllegalArgumentException when the device is unknown */
    Device device(String product, String device) {
        return devices.find(product, device)
                .orElseThrow(() -> new IllegalArgumentException("Unknown device " + product + "/" + device));
    }

    /** @throws IllegalArgumentException when the device is unknown */
    DeviceChannel channel(String product, String device) {
        return channels.of(device(product, device).identity());
    }

    DeviceChannels channels() {
        return channels;
    }

    TopicAuthorizer topicRules() {
        return topicRules;
    }

    ShadowService shadows() {
        return shadows;
    }

    UplinkJournal journal() {
        return journal;
    }

    /** A host name for clients: the wildcard address is none. */
    String reachableHost() {
        return config.host().equals("0.0.0.0") ? "127.0.0.1" : config.host();
    }

    int mqttPort() {
        return mqttPort;
    }

    int httpPort() {
        return httpPort;
    }
}
