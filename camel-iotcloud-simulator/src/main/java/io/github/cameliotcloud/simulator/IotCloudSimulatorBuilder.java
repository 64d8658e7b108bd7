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

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.topic.TopicClass;

/** Collects what a simulator shall know. Not thread-safe. */
public final class IotCloudSimulatorBuilder {

    private final Map<DeviceIdentity, DeviceSecret> devices = new LinkedHashMap<>();
    private final Map<String, List<TopicClass>> customTopics = new LinkedHashMap<>();
    private String host = "127.0.0.1";
    private int mqttPort;
    private int httpPort;
    private Clock clock = Clock.systemUTC();
    private Duration minimumConnectInterval = Duration.ZERO;
    private int maxInflight = 20;
    private Consumer<ReceivedMessage> onReceived = message -> {};

    IotCloudSimulatorBuilder() {}

    /**
     * Adds a device.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @param secretBase64 the device secret as the console shows it
     * @throws IllegalArgumentException when an argument is bad or the device is there already
     */
    public IotCloudSimulatorBuilder device(String product, String device, String secretBase64) {
        DeviceIdentity identity = new DeviceIdentity(product, device);
        if (devices.putIfAbsent(identity, DeviceSecret.fromBase64(secretBase64)) != null) {
            throw new IllegalArgumentException("Device " + identity + " is defined twice");
        }
        return this;
    }

    /**
     * Adds a topic class to a product (protocol.md 3.3).
     *
     * @param suffix what follows {@code ${product}/${device}/}; {@code +} stands for any one level
     */
    public IotCloudSimulatorBuilder customTopic(String product, String suffix, TopicPermission permission) {
        DeviceIdentity.requireProduct(product);
        customTopics
                .computeIfAbsent(product, key -> new ArrayList<>())
                .add(new TopicClass(suffix, permission.publish(), permission.subscribe()));
        return this;
    }

    /** The MQTT port; 0, the default, takes any free one. */
    public IotCloudSimulatorBuilder mqttPort(int port) {
        mqttPort = Requirements.port(port);
        return this;
    }

    /** The port of the cloud API; 0, the default, takes any free one. */
    public IotCloudSimulatorBuilder httpPort(int port) {
        httpPort = Requirements.port(port);
        return this;
    }

    /** The address to listen on, 127.0.0.1 by default. */
    public IotCloudSimulatorBuilder host(String host) {
        this.host = Objects.requireNonNull(host, "host");
        return this;
    }

    /** The clock for signatures, timestamps and session lifetimes; the system's by default. */
    public IotCloudSimulatorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** The least time between two CONNECTs of a device; zero, the default, for no limit (protocol.md 2.6: 5 s). */
    public IotCloudSimulatorBuilder minimumConnectInterval(Duration interval) {
        minimumConnectInterval = Objects.requireNonNull(interval, "interval");
        return this;
    }

    /**
     * How many QoS 1 messages to one device may be on the wire without its PUBACK; the others wait in the session, in
     * order. The default 20 is Mosquitto's; the real cloud's number is unknown, its limits pages mention 150
     * unacknowledged messages (protocol.md 2.7).
     *
     * @param messages 1 to 65,535
     */
    public IotCloudSimulatorBuilder maxInflight(int messages) {
        maxInflight = Requirements.maxInflight(messages);
        return this;
    }

    // for the main program only, which prints messages
    IotCloudSimulatorBuilder onReceived(Consumer<ReceivedMessage> listener) {
        onReceived = listener;
        return this;
    }

    /**
     * Starts the simulator and blocks until both ports listen, at most some seconds.
     *
     * @throws IllegalStateException when a port cannot be opened, for example because it is in use
     */
    public IotCloudSimulator start() {
        return new IotCloudSimulator(new SimulatorConfig(
                host,
                mqttPort,
                httpPort,
                clock,
                minimumConnectInterval,
                maxInflight,
                Map.copyOf(devices),
                customTopics,
                onReceived));
    }
}
