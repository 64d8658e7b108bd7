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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.testing.Sessions.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.PublishQueueFullException;
import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

class PublishPacingTest {

    private static final String TOPIC = "ABC1234567/dev-01/event";
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 20, 30, 1000})
    void noSecondSeesMoreThanTheRateAndOne(int rate) {
        DeviceSession session = connected(rate);
        IntStream.range(0, 100).forEach(i -> publish(session, "m" + i));

        List<Instant> departures = departures(100);

        for (Instant begin : departures) {
            assertThat(departures)
                    .filteredOn(at -> !at.isBefore(begin) && at.isBefore(begin.plus(A_SECOND)))
                    .hasSizeLessThanOrEqualTo(rate + 1);
        }
        assertThat(Duration.between(departures.get(0), departures.get(99)))
                .isBetween(
                        A_SECOND.multipliedBy(99).dividedBy(rate),
                        A_SECOND.multipliedBy(101).dividedBy(rate));
    }

    @Test
    void allMessagesLeaveInTheOrderTheyCame() {
        DeviceSession session = connected(20);
        List<CompletableFuture<Void>> sent = IntStream.range(0, 100)
                .mapToObj(i -> session.publish("topic" + i % 2, text("m" + i), 0, LIMIT))
                .toList();

        departures(100);

        assertThat(transport.last().published())
                .extracting(FakeTransport.Published::text)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        assertThat(sent).allSatisfy(end -> assertThat(end).isCompleted());
    }

    @Test
    void messageOfADeviceAtRestLeavesAtOnce() {
        DeviceSession session = connected(20);
        time.advance(AN_HOUR);

        publish(session, "first");
        assertThat(transport.last().published()).hasSize(1);
        publish(session, "second");
        assertThat(transport.last().published()).hasSize(1);
        time.advance(Duration.ofMillis(50));
        assertThat(transport.last().published()).hasSize(2);
    }

    @Test
    void timeForPubackCountsFromWhenTheMessageLeaves() {
        DeviceSession session = connected(1);
        List<CompletableFuture<Void>> sent =
                IntStream.range(0, 10).mapToObj(i -> publish(session, "m" + i)).toList();

        time.advance(Duration.ofSeconds(10));
        assertThat(transport.last().published()).hasSize(10);
        assertThat(sent.get(9)).isNotDone();

        time.advance(LIMIT.minusMillis(1));
        assertThat(sent.get(9)).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(failureOf(sent.get(9))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void lostConnectionFailsAtOnceWhatWaitsAndNothingOfItIsSentLater() {
        DeviceSession session = connected(20);
        List<CompletableFuture<Void>> sent =
                IntStream.range(0, 100).mapToObj(i -> publish(session, "m" + i)).toList();
        time.advance(A_SECOND);
        FakeTransport.Connection first = transport.last();

        first.lose();

        assertThat(sent).allSatisfy(end -> assertThat(failureOf(end)).isInstanceOf(DeviceNotConnectedException.class));
        time.advance(Duration.ofSeconds(10));
        transport.last().accept();
        time.advance(Duration.ofSeconds(10));
        assertThat(transport.attempts()).isEqualTo(2);
        assertThat(first.published()).hasSize(20);
        assertThat(transport.last().published()).isEmpty();
    }

    @Test
    void newConnectionDoesNotBringForwardTheNextMessage() {
        // GIVEN a message that has just left when the connection is lost
        DeviceSession session = connected(1);
        time.advance(AN_HOUR);
        publish(session, "before");
        transport.last().lose();
        time.advance(time.untilNext());

        // WHEN
        transport.last().accept();
        publish(session, "after");

        // THEN
        assertThat(transport.last().published()).isEmpty();
        time.advance(A_SECOND);
        assertThat(transport.last().published()).hasSize(1);
    }

    @Test
    void closeFailsAtOnceWhatWaitsAndLeavesNoTimer() {
        DeviceSession session = connected(20);
        List<CompletableFuture<Void>> sent =
                IntStream.range(0, 100).mapToObj(i -> publish(session, "m" + i)).toList();

        session.close();

        assertThat(sent).allSatisfy(end -> assertThat(failureOf(end)).isInstanceOf(DeviceNotConnectedException.class));
        assertThat(time.pending()).isZero();
    }

    @Test
    void messageBehindTenThousandThatWaitIsRefusedUntilOneHasLeft() {
        DeviceSession session = connected(20);
        IntStream.range(0, 10_000).forEach(i -> publish(session, "m" + i));

        assertThat(failureOf(publish(session, "too many")))
                .isInstanceOf(PublishQueueFullException.class)
                .hasMessage("10000 messages of device ABC1234567/dev-01 wait already because of maxPublishRate=20: send"
                        + " less, or raise maxPublishRate");

        time.advance(Duration.ofMillis(50));
        assertThat(publish(session, "one more")).isNotDone();
    }

    @Test
    void withoutRateAllLeaveAtOnce() {
        DeviceSession session = connected(0);
        IntStream.range(0, 100).forEach(i -> publish(session, "m" + i));
        assertThat(transport.last().published()).hasSize(100);
    }

    private DeviceSession connected(int rate) {
        DeviceSession session = Sessions.session(transport, time, Sessions.paced(time, rate));
        session.start();
        transport.last().accept();
        return session;
    }

    private static CompletableFuture<Void> publish(DeviceSession session, String text) {
        return session.publish(TOPIC, text(text), 1, LIMIT);
    }

    /** Lets time pass until so many messages have left. */
    private List<Instant> departures(int count) {
        List<Instant> departures = new ArrayList<>();
        while (departures.size() < count) {
            time.advance(time.untilNext());
            while (departures.size() < transport.last().published().size()) {
                departures.add(time.instant());
            }
        }
        return departures;
    }

    private static byte[] text(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return catchThrowable(future::get).getCause();
    }
}
