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

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_OPERATION;
import static io.github.cameliotcloud.simulator.TestDevice.SHADOW_RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** What a page is told while it is open. */
class ConsoleEventsIT {

    private static final String DEVICE_PATH = "/console/devices/ABC1234567/dev-01";
    private static final String THIS_DEVICE = "device=ABC1234567/dev-01";

    private IotCloudSimulator simulator;
    private ConsoleClient console;
    private TestDevice device;

    @BeforeEach
    void start() {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .device(PRODUCT, "dev-02")
                .start();
        console = new ConsoleClient(simulator);
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void stop() {
        device.close();
        simulator.close();
    }

    @Test
    void eventsBeginWithEverythingAndGoOnWithChanges() {
        try (ConsoleClient.Events events = console.events(THIS_DEVICE)) {
            await().until(() -> events.last("device").at("/shadow/version").intValue() == 0
                    && events.last("devices").path("total").intValue() == 2);

            device.connect(true);
            await().until(() -> events.last("device").path("online").booleanValue()
                    && events.last("devices").path("online").intValue() == 1);

            // not over MQTT, so no packet tells
            simulator.setDesired(PRODUCT, DEVICE, "{\"t\":1}");
            await().until(() -> events.last("device").at("/shadow/version").intValue() == 1);

            simulator.faults().swallowPubAcks(PRODUCT, DEVICE, true);
            await().until(() ->
                    events.last("device").at("/faults/swallowPubAcks").booleanValue());
        }
    }

    @Test
    void everyKindOfPacketIsLogged() {
        try (ConsoleClient.Events events = console.events(THIS_DEVICE)) {
            await().until(() -> !events.of("device").isEmpty());
            device.connect(true);
            device.subscribe(device.topic("control"), 1);
            device.publish(device.topic("event"), "hällo", 1);
            simulator.publishControl(PRODUCT, DEVICE, "on");
            await().until(() -> device.inbox().size() == 1);
            await().until(() -> log(events).contains("in PUBACK"));
            device.close();
            await().until(() -> log(events).contains("in CLOSE"));

            assertThat(log(events))
                    .containsSubsequence("in CONNECT", "out CONNACK", "in SUBSCRIBE", "out SUBACK", "in PUBLISH")
                    .contains("out PUBACK", "out PUBLISH")
                    .containsSubsequence("in DISCONNECT", "in CLOSE");
            JsonNode published = packet(events, "in", "PUBLISH");
            assertThat(published.path("client").textValue()).isEqualTo("ABC1234567/dev-01");
            assertThat(published.path("topic").textValue()).isEqualTo("ABC1234567/dev-01/event");
            assertThat(published.path("qos").intValue()).isEqualTo(1);
            assertThat(published.path("size").intValue()).isEqualTo(6);
            assertThat(published.path("preview").textValue()).isEqualTo("hällo");
            assertThat(packet(events, "out", "SUBACK").path("detail").textValue())
                    .isEqualTo("granted QoS 1");
        }
    }

    @Test
    void aRefusedConnectTellsWhy() {
        try (ConsoleClient.Events events = console.events(THIS_DEVICE)) {
            await().until(() -> !events.of("device").isEmpty());

            assertThatExceptionOfType(Mqtt3ConnAckException.class)
                    .isThrownBy(() -> device.connect(true, "user;1;2;3", "bad;hmacsha256", 60));

            await().until(() -> log(events).contains("out CONNACK"));
            assertThat(packet(events, "out", "CONNACK").path("detail").textValue())
                    .startsWith("refused, 4: ");
        }
    }

    @Test
    void onlyTheChosenDeviceIsLoggedUnlessAllAreAskedFor() {
        try (ConsoleClient.Events other = console.events("device=ABC1234567/dev-02");
                ConsoleClient.Events all = console.events("log=all")) {
            await().until(() ->
                    !other.of("device").isEmpty() && !all.of("device").isEmpty());

            device.connect(true);

            await().until(() -> log(all).contains("out CONNACK"));
            await().until(() -> other.last("devices").path("online").intValue() == 1);
            assertThat(other.of("packet")).isEmpty();
        }
    }

    @Test
    void hostilePayloadsAndTopicsTravelAsJsonText() {
        String hostile = "</script><img src=x>\n\ndata: {}\n\u0000\u2028";
        try (ConsoleClient.Events events = console.events("log=all")) {
            await().until(() -> !events.of("devices").isEmpty());
            device.connect(true);

            device.publish(device.topic("event"), hostile, 1);
            device.publish("x".repeat(60_000), "", 0);
            device.client()
                    .publishWith()
                    .topic(device.topic("event"))
                    .payload(new byte[] {(byte) 0xff, (byte) 0xfe, 0})
                    .send();

            await().until(() ->
                    log(events).stream().filter("in PUBLISH"::equals).count() == 3);
            List<JsonNode> published = events.of("packet").stream()
                    .filter(packet -> packet.path("type").textValue().equals("PUBLISH"))
                    .toList();
            assertThat(published.get(0).path("preview").textValue()).isEqualTo(hostile);
            assertThat(published.get(1).path("topic").textValue()).hasSize(257);
            assertThat(published.get(2).path("preview").textValue()).isEqualTo("hex fffe00");
        }
    }

    @Test
    void secretsAreNowhere() {
        String userName = PRODUCT + DEVICE + ";12010126;x7K2p;" + (System.currentTimeMillis() / 1000 + 3600);
        String token = TestDevice.token(userName);
        try (ConsoleClient.Events events = console.events(THIS_DEVICE + "&log=all")) {
            await().until(() -> !events.of("device").isEmpty());
            device.connect(true, userName, token + ";hmacsha256", 60);
            await().until(() -> log(events).contains("out CONNACK")
                    && events.last("devices").path("online").intValue() == 1);

            String shown = events.of("packet") + "" + events.of("device") + events.of("devices")
                    + console.get(DEVICE_PATH).http().body()
                    + console.get("/console/devices").http().body();
            assertThat(shown).doesNotContain(SECRET, token, "x7K2p");
        }
    }

    @Test
    void shadowRequestsOfTheDeviceAreSeenToo() {
        try (ConsoleClient.Events events = console.events(THIS_DEVICE)) {
            await().until(() -> !events.of("device").isEmpty());
            device.connect(true);
            device.subscribe(SHADOW_RESULT, 0);
            device.publish(SHADOW_OPERATION, "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":20}}}", 0);

            await().until(() ->
                    events.last("device").at("/shadow/reported").asText().contains("\"t\": 20"));
            assertThat(packet(events, "out", "PUBLISH").path("topic").textValue())
                    .isEqualTo(SHADOW_RESULT);
        }
    }

    private static List<String> log(ConsoleClient.Events events) {
        return events.of("packet").stream()
                .map(packet -> packet.path("direction").textValue() + " "
                        + packet.path("type").textValue())
                .toList();
    }

    private static JsonNode packet(ConsoleClient.Events events, String direction, String type) {
        return events.of("packet").stream()
                .filter(packet -> packet.path("direction").textValue().equals(direction)
                        && packet.path("type").textValue().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
