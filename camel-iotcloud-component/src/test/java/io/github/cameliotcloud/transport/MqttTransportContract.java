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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.github.cameliotcloud.session.MqttTransport;

/** What the session may expect of every adapter, whatever its library, with every broker. */
abstract class MqttTransportContract {

    static final Duration CONNECT_TIMEOUT = Duration.ofMillis(700);

    private final MqttTransport transport;
    private String device;

    MqttTransportContract(String transport) {
        this.transport = Transports.named(transport);
    }

    abstract TestBroker broker();

    /** @return whether the library lets its user see the DUP flag */
    abstract boolean showsDuplicates();

    @BeforeEach
    void takeNewDevice() {
        device = broker().newDevice();
    }

    // connect

    @Test
    void persistentSessionIsFoundByTheSecondConnect() throws Exception {
        MqttConnection first = openPersistent(RecordingListener.acknowledging());
        assertThat(first.sessionPresent()).isFalse();
        end(first.disconnect());

        MqttConnection second = openPersistent(RecordingListener.acknowledging());

        assertThat(second.sessionPresent()).isTrue();
        second.disconnect();
    }

    @Test
    void cleanSessionFindsNothing() throws Exception {
        end(openPersistent(RecordingListener.acknowledging()).disconnect());

        MqttConnection clean = open(RecordingListener.acknowledging());

        assertThat(clean.sessionPresent()).isFalse();
        clean.disconnect();
    }

    @Test
    void messagesStoredWhileOfflineArriveWithTheConnect() throws Exception {
        // GIVEN a persistent session that subscribed and went
        MqttConnection first = openPersistent(RecordingListener.acknowledging());
        end(first.subscribe(broker().downTopic(device), 1));
        end(first.disconnect());
        List<byte[]> stored = numbered(20);
        stored.forEach(payload -> broker().send(device, payload, 1));

        // WHEN it comes back and subscribes to nothing
        RecordingListener listener = RecordingListener.acknowledging();
        MqttConnection second = openPersistent(listener);

        // THEN
        await().untilAsserted(() -> assertThat(listener.payloads()).containsExactlyElementsOf(stored));
        second.disconnect();
    }

    @Test
    void refusedPortFailsTheConnectAndLeavesNothing() throws Exception {
        MqttThreads threads = new MqttThreads();

        CompletionStage<MqttConnection> connect = transport.connect(over(closedPort()), RecordingListener.keeping());

        assertThatThrownBy(() -> end(connect)).isInstanceOf(ExecutionException.class);
        await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
    }

    @Test
    void silentServerFailsTheConnectInTimeAndLeavesNothing() throws Exception {
        MqttThreads threads = new MqttThreads();
        try (ScriptedServer server = ScriptedServer.silent()) {
            long begin = System.nanoTime();

            CompletionStage<MqttConnection> connect =
                    transport.connect(over(server.address()), RecordingListener.keeping());

            // with TLS or WebSocket the library may be the first to lose patience
            assertThatThrownBy(() -> end(connect)).message().containsAnyOf("CONNACK", "handshake", "Handshake");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(CONNECT_TIMEOUT.plus(Duration.ofMillis(500)));
            await().untilAsserted(() -> assertThat(server.open()).isZero());
            await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
        }
    }

    @Test
    void connectionThatIsClosedRightAfterConnackIsEitherNeverOpenOrLost() throws Exception {
        MqttThreads threads = new MqttThreads();
        try (ScriptedServer server = ScriptedServer.fickle()) {
            Map<RecordingListener, CompletableFuture<MqttConnection>> connects = new HashMap<>();
            for (int i = 0; i < 10; i++) {
                RecordingListener listener = RecordingListener.keeping();
                connects.put(
                        listener,
                        transport.connect(to(server.address()), listener).toCompletableFuture());
            }

            await().until(() -> connects.values().stream().allMatch(CompletableFuture::isDone));
            await().untilAsserted(() -> connects.forEach((listener, connect) ->
                    assertThat(listener.losses()).hasSize(connect.isCompletedExceptionally() ? 0 : 1)));
            await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
        }
    }

    @Test
    void serverThatClosesAtOnceFailsTheConnectAndLeavesNothing() throws Exception {
        MqttThreads threads = new MqttThreads();
        try (ScriptedServer server = ScriptedServer.closing()) {
            List<CompletionStage<MqttConnection>> connects = Stream.generate(() -> connect(over(server.address())))
                    .limit(5)
                    .toList();

            for (CompletionStage<MqttConnection> connect : connects) {
                assertThatThrownBy(() -> end(connect)).isInstanceOf(ExecutionException.class);
            }
            await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectGivenUpInWhateverMomentLeavesNothing(boolean answered) throws Exception {
        MqttThreads threads = new MqttThreads();
        try (ScriptedServer server = answered ? ScriptedServer.polite() : ScriptedServer.silent()) {
            List<CompletableFuture<MqttConnection>> connects = IntStream.rangeClosed(0, 8)
                    .mapToObj(i -> Duration.ofMillis(1 + 50L * i))
                    .map(limit -> answered ? to(server.address(), limit) : over(server.address(), limit))
                    .map(request -> connect(request).toCompletableFuture())
                    .toList();

            await().until(() -> connects.stream().allMatch(CompletableFuture::isDone));
            for (CompletableFuture<MqttConnection> connect : connects) {
                if (!connect.isCompletedExceptionally()) {
                    end(connect.join().disconnect());
                }
            }

            await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
            await().untilAsserted(() -> assertThat(server.open()).isZero());
        }
    }

    // messages

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void uplinkKeepsOrderAndCount(int qos) throws Exception {
        List<byte[]> payloads = numbered(200);
        MqttConnection connection = open(RecordingListener.acknowledging());

        List<CompletionStage<Void>> published = payloads.stream()
                .map(payload -> connection.publish(broker().upTopic(device), payload, qos))
                .toList();

        for (CompletionStage<Void> each : published) {
            end(each);
        }
        await().untilAsserted(() -> assertThat(broker().received(device)).containsExactlyElementsOf(payloads));
        connection.disconnect();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void downlinkKeepsOrderAndCount(int qos) throws Exception {
        List<byte[]> payloads = numbered(200);
        RecordingListener listener = RecordingListener.acknowledging();
        MqttConnection connection = openSubscribed(listener);

        payloads.forEach(payload -> broker().send(device, payload, qos));

        await().untilAsserted(() -> assertThat(listener.payloads()).containsExactlyElementsOf(payloads));
        assertThat(listener.messages()).allSatisfy(message -> {
            assertThat(message.topic()).isEqualTo(broker().downTopic(device));
            assertThat(message.qos()).isEqualTo(qos);
            assertThat(message.duplicate()).isFalse();
        });
        connection.disconnect();
    }

    @Test
    void anyBytesPassUnchangedBothWays() throws Exception {
        byte[] large = new byte[16 * 1024];
        new Random(1).nextBytes(large);
        List<byte[]> payloads = List.of(new byte[0], new byte[] {0, -1, (byte) 0xC3, 0x28, 10}, large);
        RecordingListener listener = RecordingListener.acknowledging();
        MqttConnection connection = openSubscribed(listener);

        for (byte[] payload : payloads) {
            end(connection.publish(broker().upTopic(device), payload, 1));
            broker().send(device, payload, 1);
        }

        await().untilAsserted(() -> assertThat(broker().received(device)).containsExactlyElementsOf(payloads));
        await().untilAsserted(() -> assertThat(listener.payloads()).containsExactlyElementsOf(payloads));
        connection.disconnect();
    }

    @Test
    void unacknowledgedMessageComesAgainAndAcknowledgedOneDoesNot() throws Exception {
        // GIVEN two messages, the first of which is acknowledged
        RecordingListener before = RecordingListener.keeping();
        MqttConnection first = openPersistent(before);
        end(first.subscribe(broker().downTopic(device), 1));
        broker().send(device, text("done"), 1);
        broker().send(device, text("not done"), 1);
        await().until(() -> before.messages().size() == 2);
        before.messages().get(0).acknowledge();
        end(first.disconnect());

        // WHEN the session comes back
        RecordingListener after = RecordingListener.acknowledging();
        MqttConnection second = openPersistent(after);
        broker().send(device, text("next"), 1);

        // THEN
        await().untilAsserted(() -> assertThat(after.texts()).containsExactly("not done", "next"));
        assertThat(after.messages().get(0).duplicate()).isEqualTo(showsDuplicates());
        second.disconnect();
    }

    @Test
    void acknowledgingTwiceOrTooLateDoesNothing() throws Exception {
        RecordingListener before = RecordingListener.keeping();
        MqttConnection first = openPersistent(before);
        end(first.subscribe(broker().downTopic(device), 1));
        broker().send(device, text("twice"), 1);
        broker().send(device, text("late"), 1);
        await().until(() -> before.messages().size() == 2);
        InboundMessage twice = before.messages().get(0);
        InboundMessage late = before.messages().get(1);

        assertThatCode(twice::acknowledge).doesNotThrowAnyException();
        assertThatCode(twice::acknowledge).doesNotThrowAnyException();
        end(first.disconnect());
        assertThatCode(late::acknowledge).doesNotThrowAnyException();

        RecordingListener after = RecordingListener.acknowledging();
        MqttConnection second = openPersistent(after);
        await().untilAsserted(() -> assertThat(after.texts()).containsExactly("late"));
        second.disconnect();
    }

    @Test
    void unsubscribedTopicIsSilent() throws Exception {
        RecordingListener listener = RecordingListener.acknowledging();
        MqttConnection connection = openSubscribed(listener);

        end(connection.unsubscribe(broker().downTopic(device)));
        broker().send(device, text("unheard"), 1);
        end(connection.subscribe(broker().downTopic(device), 1));
        broker().send(device, text("heard"), 1);

        await().untilAsserted(() -> assertThat(listener.texts()).containsExactly("heard"));
        connection.disconnect();
    }

    @Test
    void listenerMayPublishAndSubscribe() throws Exception {
        // GIVEN a listener that does both for every message, more messages than a library queues
        CompletableFuture<MqttConnection> connection = new CompletableFuture<>();
        RecordingListener listener = RecordingListener.doing(message -> {
            connection.join().publish(broker().upTopic(device), message.payload(), 1);
            connection.join().publish(broker().upTopic(device), message.payload(), 0);
            connection.join().subscribe(broker().downTopic(device), 1);
            message.acknowledge();
        });
        connection.complete(openSubscribed(listener));

        numbered(50).forEach(payload -> broker().send(device, payload, 1));

        await().untilAsserted(() -> assertThat(broker().received(device)).hasSize(100));
        end(connection.join().disconnect());
    }

    @Test
    void listenerThatThrowsStillGetsTheNextMessage() throws Exception {
        RecordingListener listener = RecordingListener.doing(message -> {
            throw new ThrownByTheTest();
        });
        MqttConnection connection = openSubscribed(listener);

        broker().send(device, text("a"), 1);
        broker().send(device, text("b"), 1);

        await().untilAsserted(() -> assertThat(listener.texts()).containsExactly("a", "b"));
        assertThat(listener.losses()).isEmpty();
        connection.disconnect();
    }

    @Test
    void argumentTheLibraryRejectsFailsTheStage() throws Exception {
        MqttConnection connection = open(RecordingListener.keeping());

        assertThat(connection.publish("no/#/wildcards", text("x"), 1)).isCompletedExceptionally();
        assertThat(connection.publish("up/a", text("x"), 7)).isCompletedExceptionally();
        assertThat(connection.subscribe("wild#card", 1)).isCompletedExceptionally();
        connection.disconnect();
    }

    // the end

    @Test
    void lossIsReportedOnceWhenTheBrokerCuts() throws Exception {
        RecordingListener listener = RecordingListener.keeping();
        MqttConnection connection = open(listener);

        broker().cut(device);

        await().untilAsserted(() -> assertThat(listener.losses()).hasSize(1).doesNotContainNull());
        end(connection.disconnect());
        assertThat(listener.losses()).hasSize(1);
    }

    @Test
    void requestsFailAfterTheLoss() throws Exception {
        RecordingListener listener = RecordingListener.keeping();
        MqttConnection connection = open(listener);
        broker().cut(device);
        await().until(() -> !listener.losses().isEmpty());

        assertThat(connection.publish(broker().upTopic(device), text("x"), 0)).isCompletedExceptionally();
        assertThat(connection.publish(broker().upTopic(device), text("x"), 1)).isCompletedExceptionally();
        assertThat(connection.subscribe(broker().downTopic(device), 1)).isCompletedExceptionally();
        assertThat(connection.unsubscribe(broker().downTopic(device))).isCompletedExceptionally();
    }

    @Test
    void disconnectIsSilentAndMayBeRepeated() throws Exception {
        RecordingListener listener = RecordingListener.acknowledging();
        MqttConnection connection = openSubscribed(listener);

        CompletionStage<Void> first = connection.disconnect();
        CompletionStage<Void> second = connection.disconnect();
        broker().send(device, text("unheard"), 1);

        end(first);
        end(second);
        end(connection.disconnect());
        assertThat(listener.messages()).isEmpty();
        assertThat(listener.losses()).isEmpty();
        assertThat(connection.publish(broker().upTopic(device), text("x"), 1)).isCompletedExceptionally();
    }

    @Test
    void disconnectFromWithinTheCallbackEnds() throws Exception {
        CompletableFuture<MqttConnection> connection = new CompletableFuture<>();
        CompletableFuture<CompletionStage<Void>> disconnected = new CompletableFuture<>();
        RecordingListener listener = RecordingListener.doing(
                message -> disconnected.complete(connection.join().disconnect()));
        connection.complete(openSubscribed(listener));

        broker().send(device, text("go"), 1);

        end(end(disconnected));
        assertThat(listener.losses()).isEmpty();
    }

    @Test
    void fiftyConnectionsAndTwentyFailuresLeaveNoThread() throws Exception {
        MqttThreads threads = new MqttThreads();

        List<String> devices = Stream.generate(broker()::newDevice).limit(25).toList();
        for (int round = 0; round < 2; round++) {
            endAll(devices.stream().map(this::visit));
        }
        ConnectRequest nobody = to(closedPort());
        endAll(IntStream.range(0, 20)
                .mapToObj(i -> connect(nobody)
                        .handle((none, failure) -> assertThat(failure).isNotNull())));

        await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
    }

    @Test
    void lostConnectionLeavesNoThreadAlthoughRequestsAreOpen() throws Exception {
        MqttThreads threads = new MqttThreads();
        RecordingListener listener = RecordingListener.keeping();
        MqttConnection connection = openPersistent(listener);
        end(connection.subscribe(broker().downTopic(device), 1));
        broker().send(device, text("never acknowledged"), 1);
        await().until(() -> listener.messages().size() == 1);

        broker().cut(device);
        IntStream.range(0, 100).forEach(i -> connection.publish(broker().upTopic(device), text("x"), i % 2));

        await().until(() -> !listener.losses().isEmpty());
        await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
    }

    /** Without the stack, which would fill the log. */
    private static final class ThrownByTheTest extends Error {
        ThrownByTheTest() {
            super("thrown by the test", null, false, false);
        }
    }

    // helpers

    final String device() {
        return device;
    }

    final MqttConnection open(MqttConnectionListener listener) throws Exception {
        return end(transport.connect(broker().login(device, true), listener));
    }

    final MqttConnection openPersistent(MqttConnectionListener listener) throws Exception {
        return end(transport.connect(broker().login(device, false), listener));
    }

    final MqttConnection openSubscribed(MqttConnectionListener listener) throws Exception {
        MqttConnection connection = open(listener);
        end(connection.subscribe(broker().downTopic(device), 1));
        return connection;
    }

    final CompletionStage<MqttConnection> connect(ConnectRequest request) {
        return transport.connect(request, RecordingListener.keeping());
    }

    private CompletionStage<Void> visit(String visitor) {
        return connect(broker().login(visitor, false))
                .thenCompose(connection -> connection
                        .publish(broker().upTopic(visitor), text("x"), 1)
                        .thenCompose(done -> connection.disconnect()));
    }

    private static void endAll(Stream<? extends CompletionStage<?>> stages) throws Exception {
        for (CompletionStage<?> stage : stages.toList()) {
            end(stage);
        }
    }

    static <T> T end(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private ConnectRequest to(BrokerAddress address) {
        return to(address, CONNECT_TIMEOUT);
    }

    /** Like {@link #to}, but with TLS and WebSocket where the broker has them. */
    private ConnectRequest over(BrokerAddress address) {
        return over(address, CONNECT_TIMEOUT);
    }

    private ConnectRequest over(BrokerAddress address, Duration connectTimeout) {
        ConnectRequest login = broker().login(device, true);
        BrokerAddress broker = login.broker();
        return new ConnectRequest(
                new BrokerAddress(broker.protocol(), address.host(), address.port(), broker.path()),
                login.tls(),
                login.credentials(),
                true,
                login.keepAlive(),
                connectTimeout);
    }

    private ConnectRequest to(BrokerAddress address, Duration connectTimeout) {
        ConnectRequest login = broker().login(device, true);
        return new ConnectRequest(address, null, login.credentials(), true, login.keepAlive(), connectTimeout);
    }

    private static BrokerAddress closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return BrokerAddress.tcp("127.0.0.1", socket.getLocalPort());
        }
    }

    private static List<byte[]> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> text("message " + i)).toList();
    }
}
