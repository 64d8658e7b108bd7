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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.mqtt.ConnectionCounters;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.ListenAddress;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;

/**
 * Tencent Cloud IoT Hub in a JVM: an MQTT endpoint for devices with a key or a certificate, their shadows, and the cloud
 * API. Thread-safe. Methods that name a device throw {@link IllegalArgumentException} when it is unknown; those about a
 * port or its URL throw {@link IllegalStateException} when the builder was not asked for the port.
 */
public final class IotCloudSimulator implements AutoCloseable {

    private final SimulatedCloud cloud;
    private final ApplicationSide application;
    private final FaultInjection faults;

    IotCloudSimulator(SimulatorConfig config) {
        this.cloud = SimulatedCloud.start(config);
        this.application = new ApplicationSide(cloud);
        this.faults = new FaultInjection(cloud);
    }

    /** Begins a simulator without devices on free ports of 127.0.0.1. */
    public static IotCloudSimulatorBuilder builder() {
        return new IotCloudSimulatorBuilder();
    }

    /** The port for plain MQTT; the same for the simulator's life. */
    public int mqttPort() {
        return cloud.mqttPort(MqttTransport.TCP);
    }

    /** The port for MQTT over TLS. */
    public int tlsPort() {
        return cloud.mqttPort(MqttTransport.TLS);
    }

    /** The port for MQTT over WebSocket. */
    public int webSocketPort() {
        return cloud.mqttPort(MqttTransport.WEB_SOCKET);
    }

    /** The port for MQTT over WebSocket over TLS. */
    public int secureWebSocketPort() {
        return cloud.mqttPort(MqttTransport.SECURE_WEB_SOCKET);
    }

    /** The port of the cloud API. */
    public int httpPort() {
        return cloud.httpPort();
    }

    /**
     * Where devices connect, {@code tcp://host:port}; names 127.0.0.1 when the simulator listens everywhere, and an IPv6
     * address in brackets.
     */
    public String brokerUrl() {
        return "tcp://" + cloud.address().inUrl() + ":" + mqttPort();
    }

    /** Where devices connect over TLS, {@code ssl://localhost:port}. */
    public String tlsBrokerUrl() {
        return "ssl://" + cloud.address().nameInUrl() + ":" + tlsPort();
    }

    /** Where devices connect over WebSocket, {@code ws://localhost:port/mqtt}. */
    public String webSocketBrokerUrl() {
        return "ws://" + cloud.address().nameInUrl() + ":" + webSocketPort() + "/mqtt";
    }

    /** Where devices connect over WebSocket over TLS, {@code wss://localhost:port/mqtt}. */
    public String secureWebSocketBrokerUrl() {
        return "wss://" + cloud.address().nameInUrl() + ":" + secureWebSocketPort() + "/mqtt";
    }

    /**
     * The authority whose root devices must trust on secure ports, and that signs the certificates of devices; made at the
     * first call when nothing needed it before.
     */
    public CertificateAuthority certificates() {
        return cloud.certificates().authority();
    }

    /** The secrets of devices, also of those that the builder gave a random one. */
    public DeviceSecrets secrets() {
        return new DeviceSecrets(cloud.devices());
    }

    /** Where applications send requests, {@code http://host:port} (protocol.md 7). */
    public String apiUrl() {
        return "http://" + cloud.address().inUrl() + ":" + cloud.httpPort();
    }

    /**
     * The page in the browser that shows devices, shadows and packets, {@code http://host:port/}.
     *
     * @throws IllegalStateException when the builder switched it off
     */
    public String consoleUrl() {
        if (!cloud.hasConsole()) {
            throw new IllegalStateException("The console is switched off; see the builder's console(boolean)");
        }
        return apiUrl() + "/";
    }

    /** Closes all ports and connections; waits for it, but not for ever. */
    @Override
    public void close() {
        cloud.close();
    }

    /**
     * Writes desired state as an application does, and pushes a delta where there is a difference (protocol.md 5.5).
     *
     * @param desiredJson an object to merge such as {@code {"t":25}}, or the text {@code null} to clear desired
     * @return the new version of the shadow
     * @throws IllegalArgumentException when the JSON is bad, too deep or too large
     */
    public long setDesired(String product, String device, String desiredJson) {
        return application.setDesired(product, device, desiredJson);
    }

    /**
     * The shadow as {@code {"state":{"reported":..,"desired":..,"delta":..},"version":n,"timestamp":ms}}, where desired
     * and delta appear only when they hold something, and timestamp is 0 before the first update. Looking does not
     * change anything.
     */
    public JsonNode shadow(String product, String device) {
        return application.shadow(product, device);
    }

    /**
     * Sends a message to a device, as PublishMessage does (protocol.md 7.5): to an online subscriber at once, at QoS 1
     * also later to a session that waits; else it is dropped. QoS 1 messages arrive in the order of the calls; they wait
     * while the in-flight window of the connection is full, and QoS 0 messages pass them.
     *
     * <p>A disabled device is like one that is offline without a session.
     *
     * <p>At QoS 1 at most 150 messages are kept for an offline device (protocol.md 2.7), and at most 10,000 wait behind
     * the window of an online one. A message beyond is refused by an exception. When a device goes offline while more
     * than 150 are pending, the newest beyond 150 are dropped. {@link #droppedMessages} counts both. These numbers, and
     * how many messages a device gets in a second, are {@link io.github.cameliotcloud.simulator.limits.Limits}.
     *
     * @param topicSuffix what follows {@code ${product}/${device}/}, such as {@code control}
     * @param payload at most 16,384 bytes
     * @param qos 0 or 1
     * @throws IllegalArgumentException when the payload is too long or devices may not subscribe to the topic
     * @throws IllegalStateException when too many messages wait for the device or went to it; this one is dropped
     */
    public void publish(String product, String device, String topicSuffix, byte[] payload, int qos) {
        application.publish(product, device, topicSuffix, payload, qos);
    }

    /** Sends text to the device's control topic with QoS 1; see {@link #publish}. */
    public void publishControl(String product, String device, String payload) {
        publish(product, device, "control", payload.getBytes(StandardCharsets.UTF_8), 1);
    }

    /**
     * QoS 1 messages to the device that are stored, wait for the in-flight window or are unacknowledged now; 0 when it
     * has no session. A test that shall lose nothing keeps this below 150, and is done when it is 0.
     */
    public int pendingMessages(String product, String device) {
        return cloud.channel(product, device).pendingMessages();
    }

    /** QoS 1 messages to the device dropped since the start because too many waited; see {@link #publish}. */
    public int droppedMessages(String product, String device) {
        return cloud.channel(product, device).counters().droppedDownlinks();
    }

    /** Deletes the shadow; its version starts at 0 again unless {@code shadowRules} keep it (protocol.md 7.4). */
    public void deleteShadow(String product, String device) {
        application.deleteShadow(product, device);
    }

    /** Lets a device connect or refuses it with CONNACK 5, as the console does; disabling also closes its connection. */
    public void enableDevice(String product, String device, boolean enabled) {
        cloud.enable(product, device, enabled);
    }

    /** Accepted messages of all devices except shadow requests, in the order of arrival; the newest 100,000. */
    public List<ReceivedMessage> received() {
        return cloud.journal().all();
    }

    /** The messages of {@link #received()} on {@code ${product}/${device}/${topicSuffix}}. */
    public List<ReceivedMessage> received(String product, String device, String topicSuffix) {
        String topic = application.topic(product, device, topicSuffix);
        return received().stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    /** Forgets what {@link #received()} holds. */
    public void clearReceived() {
        cloud.journal().clear();
    }

    /** Open MQTT connections of the device now: 0 or 1. */
    public int connections(String product, String device) {
        return cloud.channel(product, device).online() ? 1 : 0;
    }

    /** CONNECTs of the device accepted since the start. */
    public int connectCount(String product, String device) {
        return cloud.channel(product, device).counters().acceptedConnects();
    }

    /** CONNECTs with the device's client identifier seen since the start, refused ones included. */
    public int connectAttempts(String product, String device) {
        return cloud.channel(product, device).counters().attempts();
    }

    /** Messages of the device dropped since the start because it may not use their topic. */
    public int droppedPublishes(String product, String device) {
        return cloud.channel(product, device).counters().droppedPublishes();
    }

    /** What happened on the device's connections since the start, such as messages over a limit. */
    public ConnectionCounters counters(String product, String device) {
        return cloud.channel(product, device).counters();
    }

    /** Open MQTT connections of all devices now. */
    public int totalConnections() {
        return (int)
                cloud.channels().all().stream().filter(DeviceChannel::online).count();
    }

    /** The topic filters of the device's session, which may wait for the device to come back. */
    public Set<String> subscriptions(String product, String device) {
        return cloud.channel(product, device).subscriptions();
    }

    /** What happened that a report of a failed test tells, beside what the methods above tell. */
    public SimulatorActivity activity() {
        return new SimulatorActivity(cloud);
    }

    /** Calls to devices, and broadcasts. */
    public DeviceMessages messages() {
        return new DeviceMessages(cloud);
    }

    /** Creates and deletes devices. */
    public SimulatedDevices devices() {
        return new SimulatedDevices(cloud);
    }

    // for the main program only, which tells what there is
    Collection<Device> knownDevices() {
        return cloud.devices().all();
    }

    boolean has(MqttTransport transport) {
        return cloud.has(transport);
    }

    ListenAddress address() {
        return cloud.address();
    }

    Instant now() {
        return cloud.now();
    }

    /** Switches for misbehaviour. */
    public FaultInjection faults() {
        return faults;
    }
}
