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
package io.github.cameliotcloud.transport;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The bytes that a URI becomes, read without any MQTT library. */
class WirePacketsIT {

    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS0_WITHOUT_RETAIN = 0x30;
    private static final int SUBSCRIBE = 0x82;
    private static final int UNSUBSCRIBE = 0xA2;
    private static final int PINGREQ = 0xC0;
    private static final int DISCONNECT = 0xE0;

    private static final int USER_NAME_AND_PASSWORD = 0b1100_0000;
    private static final int CLEAN_SESSION = 0b0000_0010;

    private final List<Packet> packets = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;
    private ScriptedServer server;

    /** A packet of less than 16 KB with its first byte and what follows the length. */
    private record Packet(int header, byte[] body) {}

    @BeforeEach
    void start() throws Exception {
        server = ScriptedServer.playing(this::recordAndAnswer);
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        template.stop();
        camel.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void connectIsMqtt311AndCarriesClientIdUserNameAndPasswordInTheirFields(String transport) throws Exception {
        send(transport, "&keepAlive=60");

        DataInputStream connect = body(CONNECT);
        assertThat(text(connect)).isEqualTo("MQTT");
        assertThat(connect.read()).as("protocol level of 3.1.1").isEqualTo(4);
        assertThat(connect.read()).as("no will, no other flag").isEqualTo(USER_NAME_AND_PASSWORD | CLEAN_SESSION);
        assertThat(connect.readUnsignedShort()).as("keep alive").isEqualTo(60);
        assertThat(text(connect)).isEqualTo("ABC1234567dev-01");
        String[] userName = text(connect).split(";");
        assertThat(userName).hasSize(4).startsWith("ABC1234567dev-01", "12010126");
        assertThat(userName[2]).matches("[A-Z0-9]{5}");
        assertThat(Instant.ofEpochSecond(Long.parseLong(userName[3])))
                .isBetween(Instant.now().plusSeconds(3600 - 60), Instant.now().plusSeconds(3600));
        assertThat(text(connect)).matches("[0-9a-f]{64};hmacsha256");
        assertThat(connect.read()).as("end").isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void cleanSessionFalseClearsItsFlag(String transport) throws Exception {
        send(transport, "&cleanSession=false");

        DataInputStream connect = body(CONNECT);
        assertThat(text(connect)).isEqualTo("MQTT");
        assertThat(connect.read()).isEqualTo(4);
        assertThat(connect.read()).isEqualTo(USER_NAME_AND_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void publishIsNeverRetained(String transport) throws Exception {
        send(transport, "");

        DataInputStream publish = body(PUBLISH_QOS0_WITHOUT_RETAIN);
        assertThat(text(publish)).isEqualTo("ABC1234567/dev-01/event");
        assertThat(publish.readAllBytes()).isEqualTo("hello".getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void idleDevicePings(String transport) {
        send(transport, "&keepAlive=1");

        await().until(() ->
                packets.stream().filter(packet -> packet.header() == PINGREQ).count() >= 2);
        assertThat(packets).filteredOn(packet -> packet.header() == CONNECT).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void stoppedDeviceDisconnects(String transport) {
        send(transport, "");
        template.stop();

        await().untilAsserted(() ->
                assertThat(packets).last().extracting(Packet::header).isEqualTo(DISCONNECT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void stoppedShadowRouteOfADeviceThatNobodyElseUsesDoesNotUnsubscribe(String transport) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", transport, "&syncOnConnect=false")).to("log:unused");
            }
        });
        camel.stop();

        await().untilAsserted(() ->
                assertThat(packets).last().extracting(Packet::header).isEqualTo(DISCONNECT));
        assertThat(packets).extracting(Packet::header).contains(SUBSCRIBE).doesNotContain(UNSUBSCRIBE);
    }

    private void send(String transport, String options) {
        template.sendBody(uri("event", transport, "&qos=0" + options), "hello");
    }

    private DataInputStream body(int header) {
        await().until(() -> packets.stream().anyMatch(packet -> packet.header() == header));
        return packets.stream()
                .filter(packet -> packet.header() == header)
                .findFirst()
                .map(packet -> new DataInputStream(new ByteArrayInputStream(packet.body())))
                .orElseThrow();
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), UTF_8);
    }

    private String uri(String channel, String transport, String options) {
        return "iotcloud:" + channel + "?product=ABC1234567&device=dev-01&deviceSecret=AAECAwQFBgcICQoLDA0ODw=="
                + "&brokerUrl=" + server.address() + "&transport=" + transport + options;
    }

    private void recordAndAnswer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int header;
        do {
            header = in.readUnsignedByte();
            byte[] body = in.readNBytes(length(in));
            packets.add(new Packet(header, body));
            if (header == CONNECT) {
                socket.getOutputStream().write(new byte[] {0x20, 2, 0, 0});
            } else if (header == SUBSCRIBE) {
                socket.getOutputStream().write(new byte[] {(byte) 0x90, 3, body[0], body[1], 0});
            } else if (header == PINGREQ) {
                socket.getOutputStream().write(new byte[] {(byte) 0xD0, 0});
            }
        } while (header != DISCONNECT);
        socket.close();
    }

    private static int length(DataInputStream in) throws IOException {
        int low = in.readUnsignedByte();
        return low < 0x80 ? low : (low & 0x7F) + (in.readUnsignedByte() << 7);
    }
}
