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
package io.github.cameliotcloud.simulator.session;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.Limit;
import io.github.cameliotcloud.simulator.limits.Limits;

class InflightWindowTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final DeviceSession session = new DeviceSession(false, window(3));

    @Test
    void onlyTheWindowIsDue() {
        enqueue(0, 5);

        assertThat(texts(session.due(START))).containsExactly("0", "1", "2");
        assertThat(session.due(START)).isEmpty();
        assertThat(session.pending()).isEqualTo(5);
    }

    @Test
    void acknowledgementsInAnyOrderLetTheNextOnesGoInOrder() {
        enqueue(0, 6);
        List<Delivery> window = session.due(START);

        session.acknowledge(window.get(2).packetId());
        assertThat(texts(session.due(START))).containsExactly("3");
        session.acknowledge(window.get(0).packetId());
        session.acknowledge(window.get(1).packetId());
        assertThat(texts(session.due(START))).containsExactly("4", "5");
        assertThat(session.pending()).isEqualTo(3);
    }

    @Test
    void acknowledgementOfAnUnknownPacketIdOpensNothing() {
        enqueue(0, 4);
        session.due(START);

        session.acknowledge(4711);

        assertThat(session.due(START)).isEmpty();
    }

    @Test
    void freshMessageDoesNotPassThoseThatWait() {
        enqueue(0, 4);
        List<Delivery> window = session.due(START);

        session.acknowledge(window.get(0).packetId());
        enqueue(4, 5);

        assertThat(texts(session.due(START))).containsExactly("3");
    }

    @Test
    void reconnectBringsTheOldWindowAsDuplicatesAndThenTheRestInOrder() {
        enqueue(0, 5);
        List<Delivery> window = session.due(START);
        session.acknowledge(window.get(1).packetId());
        session.park(START);
        enqueue(5, 7);

        session.resume(START);
        List<Delivery> resent = session.due(START);

        assertThat(texts(resent)).containsExactly("0", "2", "3");
        assertThat(resent).extracting(Delivery::duplicate).containsExactly(true, true, false);
        resent.forEach(delivery -> session.acknowledge(delivery.packetId()));
        assertThat(texts(session.due(START))).containsExactly("4", "5", "6");
    }

    @Test
    void newestMessageIsDroppedBeyond150WhileOffline() {
        enqueue(0, 3);
        session.due(START);
        session.park(START);
        enqueue(3, 150);

        assertThat(session.enqueue(message("150"))).isFalse();

        assertThat(session.pending()).isEqualTo(150);
        assertThat(texts(drained(resumed(session)))).isEqualTo(texts(0, 150));
    }

    @Test
    void goingOfflineDropsTheNewestBeyond150() {
        enqueue(0, 160);
        session.due(START);

        assertThat(session.park(START)).isEqualTo(10);

        assertThat(texts(drained(resumed(session)))).isEqualTo(texts(0, 150));
    }

    @ParameterizedTest
    @ValueSource(ints = {155, 200})
    void theLimitOfflineHoldsForAWindowThatIsWider(int messages) {
        DeviceSession wide = new DeviceSession(false, window(65_535));
        IntStream.range(0, messages).forEach(i -> wide.enqueue(message(String.valueOf(i))));
        assertThat(wide.due(START)).hasSize(messages);

        assertThat(wide.park(START)).isEqualTo(messages - 150);

        assertThat(texts(resumed(wide))).isEqualTo(texts(0, 150));
    }

    @Test
    void atMost10000WaitBehindTheWindowWhileOnline() {
        enqueue(0, 3);
        session.due(START);
        enqueue(3, 10_003);

        assertThat(session.enqueue(message("10003"))).isFalse();

        assertThat(session.pending()).isEqualTo(10_003);
    }

    private static Limits window(int messages) {
        return Limits.relaxed().with(Limit.IN_FLIGHT_MESSAGES, messages);
    }

    private static List<Delivery> resumed(DeviceSession session) {
        session.resume(START);
        return session.due(START);
    }

    private void enqueue(int from, int to) {
        IntStream.range(from, to)
                .forEach(i ->
                        assertThat(session.enqueue(message(String.valueOf(i)))).isTrue());
    }

    private List<Delivery> drained(List<Delivery> first) {
        return IntStream.iterate(0, round -> round + 1)
                .mapToObj(round -> round == 0 ? first : session.due(START))
                .peek(deliveries -> deliveries.forEach(delivery -> session.acknowledge(delivery.packetId())))
                .takeWhile(deliveries -> !deliveries.isEmpty())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> texts(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.message().topic()).toList();
    }

    private static List<String> texts(int from, int to) {
        return IntStream.range(from, to).mapToObj(String::valueOf).toList();
    }

    private static OutboundMessage message(String topic) {
        return new OutboundMessage(topic, new byte[0], 1);
    }
}
