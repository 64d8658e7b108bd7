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

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.cameliotcloud.simulator.application.ApplicationSettings;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.mqtt.ListenAddress;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;
import io.github.cameliotcloud.simulator.shadow.ShadowRules;
import io.github.cameliotcloud.simulator.signature.ApiAccount;
import io.github.cameliotcloud.simulator.store.FileStore;
import io.github.cameliotcloud.simulator.store.SimulatorStore;
import io.github.cameliotcloud.simulator.topic.TopicClass;

/** Collects what a simulator shall know. Not thread-safe. */
public final class IotCloudSimulatorBuilder {

    // each simulator gets devices of its own
    private final Map<DeviceIdentity, Supplier<Device>> devices = new LinkedHashMap<>();
    private final Map<String, List<TopicClass>> customTopics = new LinkedHashMap<>();
    private String host = "127.0.0.1";
    private final Map<MqttTransport, Integer> mqttPorts = new EnumMap<>(Map.of(MqttTransport.TCP, 0));
    private int httpPort;
    private boolean console = true;
    private CertificateAuthority certificateAuthority;
    private IssuedCertificate serverCertificate;
    private Set<String> tlsProtocols = Set.of("TLSv1.2", "TLSv1.3");
    private Clock clock = Clock.systemUTC();
    private Limits limits = Limits.relaxed();
    private ShadowRules shadowRules = ShadowRules.DEFAULT;
    private Supplier<SimulatorStore> store = () -> SimulatorStore.NONE;
    private Consumer<ReceivedMessage> onReceived = message -> {};
    private final List<ApiAccount> accounts = new ArrayList<>();
    private final List<String> products = new ArrayList<>();
    private ApplicationSettings applicationSettings = ApplicationSettings.DEFAULTS;

    IotCloudSimulatorBuilder() {}

    /**
     * Adds a device that signs with its secret, on whatever port it connects (protocol.md 2.2).
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @param secretBase64 the device secret as the console shows it
     * @throws IllegalArgumentException when an argument is bad or the device is there already
     */
    public IotCloudSimulatorBuilder device(String product, String device, String secretBase64) {
        DeviceIdentity identity = new DeviceIdentity(product, device);
        DeviceSecret secret = DeviceSecret.fromBase64(secretBase64);
        return add(identity, () -> new Device(identity, secret));
    }

    /**
     * Adds a device that signs with a random secret, which {@link IotCloudSimulator#secrets} tells.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @throws IllegalArgumentException when an argument is bad or the device is there already
     */
    public IotCloudSimulatorBuilder device(String product, String device) {
        DeviceIdentity identity = new DeviceIdentity(product, device);
        return add(identity, () -> Device.withRandomSecret(identity));
    }

    /**
     * Adds a device that shows a certificate (protocol.md 2.1), on the TLS port or a secure WebSocket; its password is not
     * looked at, and its user name may lack the expiry. The certificate is from {@link IotCloudSimulator#certificates},
     * and its common name is {@code ${product}${device}}, which is inferred as no document tells.
     *
     * <p>One of another authority or with wrong dates already fails in TLS; the system's clock counts there, not
     * {@link #clock}. Also inferred: the certificate of another device is refused with CONNACK 5, and no certificate with
     * 3 (2.5), which a device on a port without TLS always gets.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     * @throws IllegalArgumentException when an argument is bad or the device is there already
     */
    public IotCloudSimulatorBuilder certificateDevice(String product, String device) {
        DeviceIdentity identity = new DeviceIdentity(product, device);
        return add(identity, () -> Device.withCertificate(identity));
    }

    private IotCloudSimulatorBuilder add(DeviceIdentity identity, Supplier<Device> device) {
        if (devices.putIfAbsent(identity, device) != null) {
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

    /**
     * Adds a product whose devices sign with secrets, for devices that are created later.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @throws IllegalArgumentException when the ID is bad
     */
    public IotCloudSimulatorBuilder product(String product) {
        DeviceIdentity.requireProduct(product);
        products.add(product);
        return this;
    }

    /**
     * Adds an account of the cloud API. With one, each request must be signed by TC3-HMAC-SHA256 and name its version and
     * region (protocol.md 7.1); without any, none has to.
     *
     * @throws IllegalArgumentException when one of the keys is blank
     */
    public IotCloudSimulatorBuilder account(String secretId, String secretKey) {
        accounts.add(new ApiAccount(secretId, secretKey));
        return this;
    }

    /** How applications are served; {@link ApplicationSettings#DEFAULTS} by default. */
    public IotCloudSimulatorBuilder applications(ApplicationSettings settings) {
        applicationSettings = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** The MQTT port; 0, the default, takes any free one. */
    public IotCloudSimulatorBuilder mqttPort(int port) {
        return mqttPort(MqttTransport.TCP, port);
    }

    /** Opens a port for MQTT over TLS, any free one (protocol.md 1.2: 8883). */
    public IotCloudSimulatorBuilder tls() {
        return tlsPort(0);
    }

    /** Opens this port for MQTT over TLS; 0 takes any free one. */
    public IotCloudSimulatorBuilder tlsPort(int port) {
        return mqttPort(MqttTransport.TLS, port);
    }

    /** Opens a port for MQTT over WebSocket, any free one (protocol.md 1.2: 80); paths are {@code /mqtt} and {@code /}. */
    public IotCloudSimulatorBuilder webSocket() {
        return webSocketPort(0);
    }

    /** Opens this port for MQTT over WebSocket; 0 takes any free one. */
    public IotCloudSimulatorBuilder webSocketPort(int port) {
        return mqttPort(MqttTransport.WEB_SOCKET, port);
    }

    /** Opens a port for MQTT over WebSocket over TLS, any free one (protocol.md 1.2: 443). */
    public IotCloudSimulatorBuilder secureWebSocket() {
        return secureWebSocketPort(0);
    }

    /** Opens this port for MQTT over WebSocket over TLS; 0 takes any free one. */
    public IotCloudSimulatorBuilder secureWebSocketPort(int port) {
        return mqttPort(MqttTransport.SECURE_WEB_SOCKET, port);
    }

    private IotCloudSimulatorBuilder mqttPort(MqttTransport transport, int port) {
        mqttPorts.put(transport, Requirements.port(port));
        return this;
    }

    /** Who signs the server's certificate and those of devices; without it a new authority is made when one is needed. */
    public IotCloudSimulatorBuilder certificateAuthority(CertificateAuthority authority) {
        certificateAuthority = Objects.requireNonNull(authority, "authority");
        return this;
    }

    /**
     * What secure ports show, for tests of bad certificates; without it one of {@link IotCloudSimulator#certificates} for
     * {@code localhost}, {@code 127.0.0.1}, {@code ::1} and the {@link #host}.
     */
    public IotCloudSimulatorBuilder serverCertificate(IssuedCertificate certificate) {
        serverCertificate = Objects.requireNonNull(certificate, "certificate");
        return this;
    }

    /**
     * The protocols of secure ports, TLS 1.2 and 1.3 by default. The cloud's page also names 1.0 and 1.1 (protocol.md
     * 1.3). They can be chosen here, but today's JVMs switch them off ({@code jdk.tls.disabledAlgorithms}), and then every
     * handshake fails.
     *
     * @param protocols one or more of {@code TLSv1}, {@code TLSv1.1}, {@code TLSv1.2}, {@code TLSv1.3}
     * @throws IllegalArgumentException when there is none or another one
     */
    public IotCloudSimulatorBuilder tlsProtocols(String... protocols) {
        tlsProtocols = Requirements.tlsProtocols(protocols);
        return this;
    }

    /** The port of the cloud API; 0, the default, takes any free one. */
    public IotCloudSimulatorBuilder httpPort(int port) {
        httpPort = Requirements.port(port);
        return this;
    }

    /**
     * Whether the HTTP port also shows a page in the browser, {@link IotCloudSimulator#consoleUrl}; it does by default. The
     * page asks nobody for a password, so think twice before you open it to others with {@link #host}.
     */
    public IotCloudSimulatorBuilder console(boolean on) {
        console = on;
        return this;
    }

    /** The address to listen on, 127.0.0.1 by default; IPv6 without brackets. */
    public IotCloudSimulatorBuilder host(String host) {
        this.host = Objects.requireNonNull(host, "host");
        return this;
    }

    /** The clock for signatures, timestamps and session lifetimes; the system's by default. */
    public IotCloudSimulatorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** The limits of the cloud and what it does about them; {@link Limits#relaxed} by default. Replaces all set before. */
    public IotCloudSimulatorBuilder limits(Limits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /** The least time between two CONNECTs of a device, {@link Limit#CONNECT_INTERVAL_MS}; at most 24 hours. */
    public IotCloudSimulatorBuilder minimumConnectInterval(Duration interval) {
        return limits(limits.with(Limit.CONNECT_INTERVAL_MS, Requirements.millis(interval)));
    }

    /**
     * How many QoS 1 messages to one device may be on the wire without its PUBACK; the others wait in the session, in
     * order. The default 20 is Mosquitto's; the real cloud's number is unknown, its limits pages mention 150
     * unacknowledged messages (protocol.md 2.7).
     *
     * @param messages 1 to 65,535
     */
    public IotCloudSimulatorBuilder maxInflight(int messages) {
        return limits(limits.with(Limit.IN_FLIGHT_MESSAGES, messages));
    }

    /** How shadows behave where the real cloud's behaviour is unknown; {@link ShadowRules#DEFAULT} by default. */
    public IotCloudSimulatorBuilder shadowRules(ShadowRules rules) {
        shadowRules = Objects.requireNonNull(rules, "rules");
        return this;
    }

    /**
     * A file that remembers devices, shadows and persistent sessions, so that a simulator that is started on it again goes
     * on where the last one ended, even when that was killed; without it all ends with the simulator. What it remembers is
     * added to what the builder names; a device of both has the builder's secret, but the remembered one when the builder
     * asks for a random one.
     *
     * @param file made at the start when it is missing; it holds the secrets of devices
     */
    public IotCloudSimulatorBuilder store(Path file) {
        Objects.requireNonNull(file, "file");
        store = () -> FileStore.open(file);
        return this;
    }

    /**
     * Adds what a YAML or JSON file says: products, devices, ports and more; see the manual's page on the simulator. What is
     * set by later calls wins over the file.
     *
     * @param file JSON when its name ends in {@code .json}, else YAML; read at once
     * @throws IllegalArgumentException when the file cannot be read or has a mistake, in one sentence that names the place
     */
    public IotCloudSimulatorBuilder config(Path file) {
        TestBedSettings.read(file).applyTo(this);
        return this;
    }

    // a device that is there; the cloud's console disables it
    void disabled(String product, String device) {
        devices.computeIfPresent(new DeviceIdentity(product, device), (identity, usual) -> () -> {
            Device disabled = usual.get();
            disabled.enable(false);
            return disabled;
        });
    }

    // for the main program only, which prints messages
    IotCloudSimulatorBuilder onReceived(Consumer<ReceivedMessage> listener) {
        onReceived = listener;
        return this;
    }

    /**
     * Starts the simulator and blocks until all ports listen, at most some seconds.
     *
     * @throws IllegalStateException when a port cannot be opened, for example because it is in use, or the store
     */
    public IotCloudSimulator start() {
        return new IotCloudSimulator(new SimulatorConfig(
                new ListenAddress(host),
                new EnumMap<>(mqttPorts),
                httpPort,
                console,
                new TlsConfig(
                        Optional.ofNullable(certificateAuthority),
                        Optional.ofNullable(serverCertificate),
                        tlsProtocols),
                clock,
                limits,
                shadowRules,
                List.copyOf(devices.values()),
                customTopics,
                store,
                onReceived,
                new ApiConfig(List.copyOf(accounts), List.copyOf(products), applicationSettings)));
    }
}
