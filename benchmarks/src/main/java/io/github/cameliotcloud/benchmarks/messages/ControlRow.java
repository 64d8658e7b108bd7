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
package io.github.cameliotcloud.benchmarks.messages;

import java.util.function.UnaryOperator;

import com.hivemq.client.mqtt.datatypes.MqttQos;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Contestant;
import io.github.cameliotcloud.benchmarks.harness.Row;

/** Messages from the cloud at QoS 1, which a route counts and which are acknowledged after that. */
final class ControlRow {

    private static final String CONTROL = "control";
    private static final int IN_FLIGHT = 100;
    private static final int US = 0;
    private static final int RAW = 1;
    private static final int PEER = 2;

    private final MessageSettings settings;
    private final Source source;
    private final int port;

    private ControlRow(MessageSettings settings, Source source, int port) {
        this.settings = settings;
        this.source = source;
        this.port = port;
    }

    /** Through Mosquitto, from a publisher in this JVM. */
    static Row measure(MessageSettings settings) throws Exception {
        try (Broker broker = new Broker(IN_FLIGHT);
                Publisher publisher = new Publisher(broker.port())) {
            return new ControlRow(settings, publisher, broker.port()).measure("control-qos1", receiver -> receiver);
        }
    }

    /** Through Mosquitto, from a publisher in a JVM of its own: what receiving costs this JVM. */
    static Row measureCost(MessageSettings settings) throws Exception {
        try (Broker broker = new Broker(IN_FLIGHT);
                SourceProcess publisher = SourceProcess.publisher(broker.port())) {
            return new ControlRow(settings, publisher, broker.port())
                    .measure("control-qos1-cpu", receiver -> new ProcessorTime(receiver, settings.messages()));
        }
    }

    /** From a broker that costs next to nothing. */
    static Row measureReceivers(MessageSettings settings) throws Exception {
        try (SourceProcess broker = SourceProcess.readyMadeBroker(IN_FLIGHT)) {
            return new ControlRow(settings, broker, broker.port()).measure("control-ready-made", receiver -> receiver);
        }
    }

    /** The same: what receiving costs this JVM. */
    static Row measureReceiversCost(MessageSettings settings) throws Exception {
        try (SourceProcess broker = SourceProcess.readyMadeBroker(IN_FLIGHT)) {
            return new ControlRow(settings, broker, broker.port())
                    .measure("control-ready-made-cpu", receiver -> new ProcessorTime(receiver, settings.messages()));
        }
    }

    private Row measure(String row, UnaryOperator<Contestant> what) throws Exception {
        String url = "tcp://" + Broker.HOST + ":" + port;
        String peer = "paho:" + Devices.topic(CONTROL, PEER) + "?qos=1&clientId=peer&brokerUrl=" + url;
        return new Contest(row, settings.warmUps(), settings.runs())
                .with(
                        Contest.US,
                        what.apply(receiver(
                                US, action -> CamelRoute.from(Devices.uri(CONTROL, US, url, "qos=1"), action))))
                .with(Contest.RAW, what.apply(receiver(RAW, action -> bare(port, action))))
                .with(Contest.PEER, what.apply(receiver(PEER, action -> CamelRoute.from(peer, action))))
                .run();
    }

    private Receiver receiver(int device, Receiver.Factory factory) throws Exception {
        return new Receiver(source, Devices.topic(CONTROL, device), EventRows.BODY, settings.messages(), factory);
    }

    private static AutoCloseable bare(int port, Runnable action) {
        BareHiveMq client = new BareHiveMq(port, RAW);
        client.subscribe(Devices.topic(CONTROL, RAW), MqttQos.AT_LEAST_ONCE, true, publish -> {
            action.run();
            publish.acknowledge();
        });
        return client;
    }
}
