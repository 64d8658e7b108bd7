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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.testing.Sessions.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

class DeviceSessionTest {

    private static final String TOPIC = "ABC1234567/dev-01/control";
    private static final Duration LONGEST_FIRST_DELAY = Duration.ofMillis(6250);

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final DeviceSession session = Sessions.session(transport, time);

    @Test
    void connectsSubscribesAndIsConnected() {
        transport.leaveSubscriptionsUnanswered();
        session.subscribe(TOPIC, 1, message -> {});

        CompletableFuture<Void> started = session.start();
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTING);

        transport.last().accept();
        assertThat(session.status().state()).isEqualTo(SessionState.SYNCING);
        assertThat(transport.last().subscribed()).containsExactly(TOPIC);
        assertThat(started).isNotDone();

        transport.last().lastSubscribe().complete(null);
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED);
        assertThat(started).isCompleted();
    }

    @Test
    void eachAttemptSignsAnew() {
        connect();
        time.advance(Duration.ofHours(3));
        transport.last().lose();
        time.advance(LONGEST_FIRST_DELAY);

        assertThat(transport.attempts()).isEqualTo(2);
        assertThat(expiryOf(transport.attempt(1)) - expiryOf(transport.attempt(0)))
                .isGreaterThan(3 * 3600);
        assertThat(expiryOf(transport.attempt(1))).isGreaterThan(time.instant().getEpochSecond());
    }

    @Test
    void secondStartSharesTheConnection() {
        connect();
        assertThat(session.start()).isCompleted();
        assertThat(transport.attempts()).isEqualTo(1);
    }

    @Test
    void noAttemptComesBeforeTheDelayOfTheCloudIsOver() {
        connect();
        transport.last().lose();

        time.advance(Duration.ofMillis(4999));
        assertThat(transport.attempts()).isEqualTo(1);
        assertThat(session.status().state()).isEqualTo(SessionState.BACKING_OFF);

        time.advance(LONGEST_FIRST_DELAY);
        assertThat(transport.attempts()).isEqualTo(2);
    }

    @Test
    void delayDoublesWithEachFailureUpToTheCap() {
        session.start();
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            transport.last().fail(new java.net.ConnectException("refused"));
            seconds.add(time.untilNext().toSeconds());
            time.advance(time.untilNext());
        }

        long[] least = {5, 10, 20, 40, 80, 120, 120};
        for (int i = 0; i < least.length; i++) {
            assertThat(seconds.get(i)).isBetween(least[i], least[i] * 5 / 4);
        }
    }

    @Test
    void refusedCredentialsFailTheStartAndWaitLong() {
        CompletableFuture<Void> started = session.start();
        transport.last().refuse(4);

        assertThat(session.status().state()).isEqualTo(SessionState.REFUSED);
        assertThat(time.untilNext()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(failureOf(started))
                .isInstanceOf(ConnectRefusedException.class)
                .hasMessageContaining("ABC1234567/dev-01")
                .hasMessageContaining("code 4")
                .hasMessageContaining("2026-11-23T00:00:00Z");
    }

    @Test
    void overloadedServerIsNotTreatedAsWrongCredentials() {
        session.start();
        transport.last().refuse(3);
        assertThat(session.status().state()).isEqualTo(SessionState.BACKING_OFF);
    }

    @Test
    void secretThatCannotBeHadFailsTheStartAndWaitsLong() {
        DeviceSession unsigned = Sessions.session(
                transport,
                time,
                Sessions.settings(
                        () -> {
                            throw new InvalidOptionException("secretResolver", "mine", "knows no secret");
                        },
                        Duration.ofSeconds(60)));

        assertThat(failureOf(unsigned.start())).isInstanceOf(InvalidOptionException.class);
        assertThat(unsigned.status().state()).isEqualTo(SessionState.REFUSED);
        assertThat(transport.attempts()).isZero();
    }

    @Test
    void attemptWithoutAnswerIsGivenUpAndALateConnectionIsClosed() {
        CompletableFuture<Void> started = session.start();
        FakeTransport.Connection hanging = transport.last();

        time.advance(Duration.ofSeconds(20));
        assertThat(failureOf(started)).isInstanceOf(DeviceNotConnectedException.class);

        hanging.accept();
        assertThat(hanging.isDisconnected()).isTrue();
        assertThat(session.status().state()).isEqualTo(SessionState.BACKING_OFF);
    }

    @Test
    void connectionLostWhileSubscribingIsTriedAgain() {
        transport.leaveSubscriptionsUnanswered();
        session.subscribe(TOPIC, 1, message -> {});
        CompletableFuture<Void> started = session.start();
        transport.last().accept();
        transport.last().lose();

        assertThat(failureOf(started)).isInstanceOf(DeviceNotConnectedException.class);
        time.advance(LONGEST_FIRST_DELAY);
        transport.last().accept();
        assertThat(transport.last().subscribed()).containsExactly(TOPIC);
    }

    @Test
    void subscriptionsAreReplayedAfterAReconnect() {
        session.subscribe(TOPIC, 1, message -> {});
        connect();
        transport.last().lose();
        Subscription whileOffline = session.subscribe("ABC1234567/dev-01/data", 1, message -> {});
        time.advance(LONGEST_FIRST_DELAY);
        transport.last().accept();

        assertThat(transport.last().subscribed()).containsExactlyInAnyOrder(TOPIC, "ABC1234567/dev-01/data");
        assertThat(whileOffline.granted()).isCompleted();
    }

    @Test
    void refusedSubscriptionIsReportedToWhoWantedIt() {
        connect();
        transport.leaveSubscriptionsUnanswered();
        Subscription subscription = session.subscribe(TOPIC, 1, message -> {});
        transport
                .last()
                .lastSubscribe()
                .completeExceptionally(new SubscriptionRefusedException(TOPIC, "was refused", null));

        assertThat(failureOf(subscription.granted()))
                .isInstanceOf(SubscriptionRefusedException.class)
                .hasMessageContaining(TOPIC);
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED);
    }

    @Test
    void unansweredSubscriptionIsReportedAfterTheConnectTimeout() {
        connect();
        transport.leaveSubscriptionsUnanswered();
        Subscription subscription = session.subscribe(TOPIC, 1, message -> {});
        time.advance(Duration.ofSeconds(10));

        assertThat(failureOf(subscription.granted())).isInstanceOf(SubscriptionRefusedException.class);
    }

    @Test
    void lastCancelUnsubscribes() {
        connect();
        Subscription one = session.subscribe(TOPIC, 1, message -> {});
        Subscription other = session.subscribe(TOPIC, 1, message -> {});

        one.cancel();
        assertThat(transport.last().unsubscribed()).isEmpty();
        other.cancel();
        assertThat(transport.last().unsubscribed()).containsExactly(TOPIC);
    }

    @Test
    void publishEndsWithPuback() {
        connect();
        CompletableFuture<Void> sent = session.publish(TOPIC, new byte[0], 1, LIMIT);
        assertThat(sent).isNotDone();
        transport.last().published().get(0).puback().complete(null);
        assertThat(sent).isCompleted();
        time.advance(LIMIT);
        assertThat(time.pending()).isZero();
    }

    @Test
    void publishWithoutPubackTimesOut() {
        connect();
        CompletableFuture<Void> sent = session.publish(TOPIC, new byte[0], 1, LIMIT);
        time.advance(LIMIT);
        assertThat(failureOf(sent)).isInstanceOf(TimeoutException.class).hasMessageContaining(TOPIC);
    }

    @Test
    void publishFailsWhenTheConnectionIsLostBeforePuback() {
        connect();
        CompletableFuture<Void> sent = session.publish(TOPIC, new byte[0], 1, LIMIT);
        transport.last().lose();
        assertThat(failureOf(sent)).isInstanceOf(DeviceNotConnectedException.class);
    }

    @Test
    void publishFailsAtOnceWhileOffline() {
        assertThat(failureOf(session.publish(TOPIC, new byte[0], 1, LIMIT)))
                .isInstanceOf(DeviceNotConnectedException.class)
                .hasMessageContaining("IDLE");
    }

    @Test
    void payloadOver16KilobytesIsNotSent() {
        connect();
        Assertions.assertThatThrownBy(() -> session.publish(TOPIC, new byte[16 * 1024 + 1], 1, LIMIT))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("16 KB");
        assertThat(transport.last().published()).isEmpty();
    }

    @Test
    void messageForTwoIsAcknowledgedWhenBothAreDone() {
        List<InboundMessage> received = new ArrayList<>();
        session.subscribe(TOPIC, 1, received::add);
        session.subscribe(TOPIC, 1, received::add);
        connect();
        AtomicInteger acks = new AtomicInteger();
        transport.last().deliver(TOPIC, "hello", 1, acks::incrementAndGet);

        received.get(0).acknowledge();
        assertThat(acks).hasValue(0);
        received.get(1).acknowledge();
        assertThat(acks).hasValue(1);
    }

    @Test
    void messageThatNobodyWantsIsAcknowledged() {
        connect();
        AtomicInteger acks = new AtomicInteger();
        transport.last().deliver("ABC1234567/dev-01/other", "hello", 1, acks::incrementAndGet);
        assertThat(acks).hasValue(1);
    }

    @Test
    void wildcardSubscriptionGetsTheMatchingTopics() {
        List<String> topics = new ArrayList<>();
        session.subscribe("ABC1234567/dev-01/room/+", 1, message -> topics.add(message.topic()));
        connect();
        transport.last().deliver("ABC1234567/dev-01/room/kitchen", "", 0, () -> {});
        transport.last().deliver("ABC1234567/dev-01/room/kitchen/sink", "", 0, () -> {});
        assertThat(topics).containsExactly("ABC1234567/dev-01/room/kitchen");
    }

    @Test
    void closeDisconnectsAndFailsWhatIsUnanswered() {
        connect();
        CompletableFuture<Void> sent = session.publish(TOPIC, new byte[0], 1, LIMIT);

        assertThat(session.close()).isCompleted();
        assertThat(transport.last().isDisconnected()).isTrue();
        assertThat(failureOf(sent)).isInstanceOf(DeviceNotConnectedException.class);
        assertThat(session.status().state()).isEqualTo(SessionState.CLOSED);
        assertThat(time.pending()).isZero();
    }

    @Test
    void closeWhileConnectingEndsWhenTheAttemptHasEnded() {
        session.start();
        CompletableFuture<Void> closed = session.close();
        assertThat(closed).isNotDone();

        transport.last().accept();
        assertThat(closed).isCompleted();
        assertThat(transport.last().isDisconnected()).isTrue();
    }

    @Test
    void closeWhileBackingOffLeavesNoTimer() {
        session.start();
        transport.last().fail(new java.net.ConnectException("refused"));
        assertThat(session.close()).isCompleted();
        assertThat(time.pending()).isZero();
    }

    @Test
    void nothingOfAnOldConnectionDisturbsTheNewOne() {
        connect();
        FakeTransport.Connection old = transport.last();
        old.lose();
        time.advance(LONGEST_FIRST_DELAY);
        transport.last().accept();

        old.lose();
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED);
    }

    @Test
    void listenersHearOfConnectAndLoss() {
        List<String> heard = new ArrayList<>();
        session.addListener(new SessionListener() {
            @Override
            public void connected() {
                heard.add("connected");
            }

            @Override
            public void disconnected() {
                heard.add("disconnected");
            }
        });
        connect();
        transport.last().lose();
        assertThat(heard).containsExactly("connected", "disconnected");
    }

    private void connect() {
        session.start();
        transport.last().accept();
        assertThat(session.status().state()).isEqualTo(SessionState.CONNECTED);
    }

    private static long expiryOf(FakeTransport.Connection attempt) {
        return Long.parseLong(attempt.request().credentials().username().split(";")[3]);
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return Assertions.catchThrowable(future::get).getCause();
    }
}
