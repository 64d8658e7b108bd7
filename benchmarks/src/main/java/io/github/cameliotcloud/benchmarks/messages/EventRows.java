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

import java.util.function.BiFunction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Contestant;
import io.github.cameliotcloud.benchmarks.harness.Row;

/** Messages to the cloud at QoS 1, from one device, with up to a thousand unconfirmed. */
final class EventRows {

    static final byte[] BODY = "{\"temperature\":21.5,\"humidity\":47,\"seq\":1234567}".getBytes(US_ASCII);

    static final String PAHO = "paho:";

    /** Paho counts a message as in flight for a while after its PUBACK, so that the usual 10 are too few for one thread. */
    static final String PAHO_OPTIONS = "&maxInflight=65535";

    private static final int IN_FLIGHT = 1_000;
    private static final int UNLIMITED = 0;
    private static final String EVENT = "event";
    private static final int US = 0;
    private static final int OTHERS = 1;

    private EventRows() {}

    /**
     * Through Mosquitto.
     *
     * @param peer    the scheme of another Camel component; its producer waits for each PUBACK
     * @param options what its endpoint needs besides
     */
    static Row measure(String row, String peer, String options, MessageSettings settings) throws Exception {
        try (Broker broker = new Broker(UNLIMITED)) {
            return measure(row, broker.port(), peer, options, settings, (sender, messages) -> sender);
        }
    }

    /** To a broker that costs next to nothing. */
    static Row measureSenders(MessageSettings settings) throws Exception {
        try (SourceProcess broker = SourceProcess.readyMadeBroker(IN_FLIGHT)) {
            return measure(
                    "event-ready-made", broker.port(), PAHO, PAHO_OPTIONS, settings, (sender, messages) -> sender);
        }
    }

    /** The same: what sending costs this JVM. */
    static Row measureSendersCost(MessageSettings settings) throws Exception {
        try (SourceProcess broker = SourceProcess.readyMadeBroker(IN_FLIGHT)) {
            return measure("event-ready-made-cpu", broker.port(), PAHO, PAHO_OPTIONS, settings, ProcessorTime::new);
        }
    }

    private static Row measure(
            String row,
            int port,
            String peer,
            String options,
            MessageSettings settings,
            BiFunction<Contestant, Integer, Contestant> what)
            throws Exception {
        String url = "tcp://" + Broker.HOST + ":" + port;
        String topic = Devices.topic(EVENT, OTHERS);
        BareHiveMq bare = new BareHiveMq(port, OTHERS);
        int messages = settings.messages();
        int few = messages / MessageSettings.SHARE_OF_SLOW_PEERS;
        return new Contest(row, settings.warmUps(), settings.runs())
                .with(Contest.US, what.apply(route(Devices.uri(EVENT, US, url), messages), messages))
                .with(
                        Contest.RAW,
                        what.apply(new Sender(messages, IN_FLIGHT, bare.sending(topic, BODY), bare), messages))
                .with(
                        Contest.PEER,
                        what.apply(route(peer + topic + "?qos=1&clientId=peer&brokerUrl=" + url + options, few), few))
                .run();
    }

    static Row measurePahoTransport(MessageSettings settings) throws Exception {
        try (Broker broker = new Broker(UNLIMITED)) {
            BarePaho bare = new BarePaho(broker.url(), "bare");
            return new Contest("event-qos1-paho", settings.warmUps(), settings.runs())
                    .with(
                            Contest.US,
                            route(Devices.uri(EVENT, US, broker.url(), "transport=paho"), settings.messages()))
                    .with(
                            Contest.RAW,
                            new Sender(
                                    settings.messages(),
                                    IN_FLIGHT,
                                    bare.sending(Devices.topic(EVENT, OTHERS), BODY),
                                    bare))
                    .run();
        }
    }

    private static Sender route(String uri, int messages) throws Exception {
        CamelRoute route = CamelRoute.to(uri);
        return new Sender(messages, IN_FLIGHT, route.sending(BODY), route);
    }
}
