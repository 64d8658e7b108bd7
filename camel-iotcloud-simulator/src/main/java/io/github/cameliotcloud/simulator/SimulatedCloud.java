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

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.cameliotcloud.simulator.auth.DeviceAuthenticator;
import io.github.cameliotcloud.simulator.console.Console;
import io.github.cameliotcloud.simulator.console.EventStreams;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.http.CloudApi;
import io.github.cameliotcloud.simulator.http.HttpPort;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.mqtt.ConnectRules;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;
import io.github.cameliotcloud.simulator.mqtt.ListenAddress;
import io.github.cameliotcloud.simulator.mqtt.MqttNetwork;
import io.github.cameliotcloud.simulator.mqtt.MqttService;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;
import io.github.cameliotcloud.simulator.mqtt.ShadowDownlink;
import io.github.cameliotcloud.simulator.mqtt.UplinkHandler;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.github.cameliotcloud.simulator.store.SimulatorStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.ext.web.Router;

/** The wired parts of a running simulator, and their life cycle. */
final class SimulatedCloud {

    private static final int JOURNAL_CAPACITY = 100_000;
    private static final int MAX_EVENT_LOOPS = 8;

    private final SimulatorConfig config;
    private final SimulatorStore store;
    private final Vertx vertx;
    private final DeviceDirectory devices;
    private final DeviceChannels channels;
    private final ShadowService shadows;
    private final ApplicationServices application;
    private final UplinkJournal journal;
    private final RefusalJournal refusals;
    private final MqttService mqtt;
    private final SimulatorCertificates certificates;
    private final Map<MqttTransport, Integer> mqttPorts = new EnumMap<>(MqttTransport.class);
    private final int httpPort;

    /** @throws IllegalStateException when the store or a port cannot be opened; nothing is left open then */
    static SimulatedCloud start(SimulatorConfig config) {
        SimulatorStore store = config.store().get();
        try {
            return new SimulatedCloud(config, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private SimulatedCloud(SimulatorConfig config, SimulatorStore store) {
        this.config = config;
        this.store = store;
        this.devices = config.directory(store.devices());
        this.channels = new DeviceChannels(devices, config.clock(), config.limits(), store.sessions());
        this.shadows =
                new ShadowService(config.clock(), new ShadowDownlink(channels), config.shadowRules(), store.shadows());
        this.journal = new UplinkJournal(config.clock(), JOURNAL_CAPACITY, config.onReceived());
        this.refusals = new RefusalJournal(config.clock());
        int eventLoops = Math.min(MAX_EVENT_LOOPS, Runtime.getRuntime().availableProcessors());
        this.vertx = Vertx.vertx(vertxOptions(eventLoops));
        this.application = ApplicationServices.of(config, vertx, devices, channels, shadows);
        this.certificates = new SimulatorCertificates(config.tls(), config.address());
        DeviceAuthenticator authenticator = new DeviceAuthenticator(devices, config.limits(), config.clock());
        EventStreams onlookers = new EventStreams(devices, config.clock());
        this.mqtt = new MqttService(
                new MqttNetwork(vertx, eventLoops, config.address(), certificates::tlsSettings),
                channels,
                new ConnectRules(authenticator, config.limits(), config.clock()),
                new UplinkHandler(config.topicRules(), shadows, this::received, refusals, config.limits()),
                refusals,
                onlookers);
        try {
            config.mqttPorts()
                    .forEach((transport, port) ->
                            mqttPorts.put(transport, mqttPort(transport, port, mqtt.open(transport, port))));
            String host = config.address().host();
            HttpPort http = new HttpPort(vertx, httpParts(onlookers));
            this.httpPort = Waiting.forPort("HTTP", host, config.httpPort(), http.open(host, config.httpPort()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The cloud API comes last, as it answers everything. */
    private List<Consumer<Router>> httpParts(EventStreams onlookers) {
        CloudApi api = new CloudApi(
                vertx,
                application.forCloudApi(devices, channels, shadows, certificates),
                config.api().accounts(),
                config.clock());
        if (!config.console()) {
            return List.of(api::mount);
        }
        Console console = new Console(
                vertx,
                devices,
                channels,
                shadows,
                new ConsoleControls(this),
                onlookers,
                config.address().host());
        return List.of(console::mount, api::mount);
    }

    // answers to calls are in the journal, too
    private void received(DeviceIdentity device, String topic, byte[] payload, int qos) {
        journal.received(device, topic, payload, qos);
        application.rrpc().received(topic, payload);
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

    private int mqttPort(MqttTransport transport, int port, Future<Integer> opening) {
        return Waiting.forPort(transport.protocol(), config.address().host(), port, opening);
    }

    void goAway() {
        Waiting.quietly("closing the MQTT ports", mqtt.close());
    }

    void comeBack() {
        mqttPorts.forEach((transport, port) -> mqttPort(transport, port, mqtt.reopen(transport, port)));
    }

    /** Whether the MQTT ports are open. */
    boolean isThere() {
        return mqtt.listens();
    }

    boolean hasConsole() {
        return config.console();
    }

    void close() {
        Waiting.quietly("closing the simulator", vertx.close());
        application.rrpc().abandon();
        store.close();
    }

    DeviceDirectory devices() {
        return devices;
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

    /** Disabling also closes the connection. */
    void enable(String product, String device, boolean enabled) {
        devices.enable(device(product, device), enabled);
        if (!enabled) {
            channel(product, device).cut();
        }
    }

    DeviceChannels channels() {
        return channels;
    }

    ApplicationServices application() {
        return application;
    }

    Limits limits() {
        return config.limits();
    }

    ShadowService shadows() {
        return shadows;
    }

    UplinkJournal journal() {
        return journal;
    }

    RefusalJournal refusals() {
        return refusals;
    }

    SimulatorCertificates certificates() {
        return certificates;
    }

    ListenAddress address() {
        return config.address();
    }

    boolean has(MqttTransport transport) {
        return mqttPorts.containsKey(transport);
    }

    Instant now() {
        return config.clock().instant();
    }

    /** @throws IllegalStateException when the simulator was not asked for this port */
    int mqttPort(MqttTransport transport) {
        Integer port = mqttPorts.get(transport);
        if (port == null) {
            throw new IllegalStateException("The simulator has no port for " + transport.protocol()
                    + "; ask the builder for it before the start");
        }
        return port;
    }

    int httpPort() {
        return httpPort;
    }
}
