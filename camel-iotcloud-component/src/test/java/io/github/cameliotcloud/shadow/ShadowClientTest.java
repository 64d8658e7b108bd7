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
package io.github.cameliotcloud.shadow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static io.github.cameliotcloud.testing.Sessions.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.error.ShadowRequestRejectedException;
import io.github.cameliotcloud.error.ShadowVersionConflictException;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

class ShadowClientTest {

    private static final String RESULTS = "$shadow/operation/result/ABC1234567/dev-01";

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final DeviceSession session = Sessions.session(transport, time);
    private final List<String> ended = new ArrayList<>();
    private final ShadowRequestObserver observer = (type, taken, failure) -> ended.add(type + " in " + taken.toMillis()
            + " ms: " + (failure == null ? "reply" : failure.getClass().getSimpleName()));
    private final ShadowClient client = new ShadowClient(session, new ShadowCodec(), time, new Random(1), observer);
    private final List<ShadowDelta> deltas = new ArrayList<>();
    private final List<MalformedMessageException> malformed = new ArrayList<>();

    @BeforeEach
    void connect() {
        client.addListener(new ShadowListener() {
            @Override
            public void delta(ShadowDelta delta) {
                deltas.add(delta);
            }

            @Override
            public void reply(ShadowReply reply) {}

            @Override
            public void malformed(MalformedMessageException failure, byte[] payload) {
                malformed.add(failure);
            }
        });
        client.subscribe();
        session.start();
        transport.last().accept();
    }

    @Test
    void requestsGoToTheShadowTopicAtQos0() {
        client.get(LIMIT);
        FakeTransport.Published request = transport.last().published().get(0);
        assertThat(request.topic()).isEqualTo("$shadow/operation/ABC1234567/dev-01");
        assertThat(request.qos()).isZero();
    }

    @Test
    void repliesFindTheirRequestInAnyOrder() {
        CompletableFuture<ShadowReply> first = client.get(LIMIT);
        CompletableFuture<ShadowReply> second = client.get(LIMIT);

        reply("get", 1, 0, 8);
        reply("get", 0, 0, 7);

        assertThat(first.join().version()).isEqualTo(7);
        assertThat(second.join().version()).isEqualTo(8);
        assertThat(client.pendingRequests()).isZero();
    }

    @Test
    void requestWithoutReplyTimesOutAndLeavesNothingPending() {
        CompletableFuture<ShadowReply> reply = client.get(LIMIT);
        time.advance(LIMIT);

        assertThat(failureOf(reply)).isInstanceOf(TimeoutException.class).hasMessageContaining("ABC1234567/dev-01");
        assertThat(client.pendingRequests()).isZero();
        reply("get", 0, 0, 1); // late: finds nobody, disturbs nobody
    }

    @Test
    void observerHearsOfEachRequestWhatItTookAndHowItEnded() {
        client.get(LIMIT);
        time.advance(Duration.ofMillis(20));
        reply("get", 0, 0, 1);
        client.update(ShadowUpdate.clear(), LIMIT);
        time.advance(LIMIT);

        assertThat(ended)
                .containsExactly("get in 20 ms: reply", "update in " + LIMIT.toMillis() + " ms: TimeoutException");
    }

    @Test
    void requestThatIsTooLargeIsRefusedAndLeavesNothingPending() {
        int timers = time.pending();
        ShadowUpdate huge =
                ShadowUpdate.report(JsonNodeFactory.instance.objectNode().put("text", "x".repeat(16 * 1024 - 20)));
        assertThat(catchThrowable(() -> client.update(huge, LIMIT)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("the message for $shadow/operation/ABC1234567/dev-01 has")
                .hasMessageContaining("16 KB");
        assertThat(client.pendingRequests()).isZero();
        assertThat(time.pending()).isEqualTo(timers);
    }

    @Test
    void timeForTheReplyCountsFromWhenTheRequestLeaves() {
        // GIVEN a device that may send one message a second
        DeviceSession paced = Sessions.session(transport, time, Sessions.paced(time, 1));
        ShadowClient patient = new ShadowClient(paced, new ShadowCodec(), time, new Random(1), observer);
        paced.start();
        transport.last().accept();

        // WHEN the tenth request has waited for its turn for twice the limit
        List<CompletableFuture<ShadowReply>> replies =
                Stream.generate(() -> patient.get(LIMIT)).limit(10).toList();
        time.advance(Duration.ofSeconds(10));
        assertThat(transport.last().published()).hasSize(10);

        // THEN its limit has only begun
        assertThat(replies.get(9)).isNotDone();
        time.advance(LIMIT.minusMillis(1));
        assertThat(replies.get(9)).isNotDone();
        time.advance(Duration.ofMillis(1));
        assertThat(failureOf(replies.get(9))).isInstanceOf(TimeoutException.class);
        assertThat(patient.pendingRequests()).isZero();
    }

    @Test
    void requestThatWaitsForItsTurnFailsWithTheConnection() {
        DeviceSession paced = Sessions.session(transport, time, Sessions.paced(time, 1));
        ShadowClient patient = new ShadowClient(paced, new ShadowCodec(), time, new Random(1), observer);
        paced.start();
        transport.last().accept();
        CompletableFuture<ShadowReply> reply = patient.get(LIMIT);

        transport.last().lose();

        assertThat(failureOf(reply)).isInstanceOf(DeviceNotConnectedException.class);
        assertThat(patient.pendingRequests()).isZero();
    }

    @Test
    void lostConnectionFailsTheRequestAtOnce() {
        CompletableFuture<ShadowReply> reply = client.get(LIMIT);
        transport.last().lose();
        assertThat(failureOf(reply)).isInstanceOf(DeviceNotConnectedException.class);
        assertThat(client.pendingRequests()).isZero();
    }

    @Test
    void conflictCarriesCurrentDocumentAndVersion() {
        CompletableFuture<ShadowReply> reply =
                client.update(ShadowUpdate.clear().ifVersion(3), LIMIT);
        reply("update", 0, 5005, 8);

        assertThat(failureOf(reply)).isInstanceOfSatisfying(ShadowVersionConflictException.class, conflict -> {
            assertThat(conflict.currentVersion()).isEqualTo(8);
            assertThat(conflict.currentState().path("reported").path("t").asInt())
                    .isEqualTo(27);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {5000, 5001, 5002, 5003, 5004, 5006, 5100, 5101, 5102, 6, -1, 4711})
    void everyOtherResultIsARejectionWithItsCode(int code) {
        CompletableFuture<ShadowReply> reply = client.get(LIMIT);
        reply("get", 0, code, 0);
        assertThat(failureOf(reply))
                .isExactlyInstanceOf(ShadowRequestRejectedException.class)
                .hasMessageContaining(String.valueOf(code))
                .hasMessageContaining("ABC1234567/dev-01");
    }

    @Test
    void conflictIsRetriedWithTheCurrentVersion() throws Exception {
        CompletableFuture<ShadowReply> reply =
                client.updateRetryingConflicts(ShadowUpdate.clear().ifVersion(3), LIMIT);
        reply("update", 0, 5005, 8);
        assertThat(request(1).path("version").asLong()).isEqualTo(8);
        reply("update", 1, 0, 9);
        assertThat(reply.join().version()).isEqualTo(9);
    }

    @Test
    void conflictIsRetriedFiveTimesAtMost() throws Exception {
        CompletableFuture<ShadowReply> reply =
                client.updateRetryingConflicts(ShadowUpdate.clear().ifVersion(3), LIMIT);
        for (int i = 0; i < 6; i++) {
            reply("update", i, 5005, 8 + i);
        }
        assertThat(failureOf(reply)).isInstanceOf(ShadowVersionConflictException.class);
        assertThat(transport.last().published()).hasSize(6);
    }

    @Test
    void deltaReachesTheListener() {
        deliver("{\"type\":\"delta\",\"payload\":{\"state\":{\"t\":25},\"version\":9}}");
        assertThat(deltas).singleElement().extracting(ShadowDelta::version).isEqualTo(9L);
    }

    @Test
    void malformedMessageReachesTheListenerAndTheSessionLivesOn() {
        deliver("{not json");
        assertThat(malformed).hasSize(1);
        deliver("{\"type\":\"delta\",\"payload\":{\"state\":{\"t\":25},\"version\":9}}");
        assertThat(deltas).hasSize(1);
    }

    @Test
    void reportedDeltaClearsDesiredWithTheDeltasVersion() throws Exception {
        CompletableFuture<Boolean> taken = new DeltaConfirmation(client, LIMIT).report(delta(5));
        assertThat(request(0).path("state").toString()).isEqualTo("{\"reported\":{\"t\":25},\"desired\":null}");
        assertThat(request(0).path("version").asLong()).isEqualTo(5);
        reply("update", 0, 0, 6);
        assertThat(taken).isCompletedWithValue(true);
    }

    @Test
    void confirmationGivesWayToANewerDesiredValue() throws Exception {
        CompletableFuture<Boolean> taken = new DeltaConfirmation(client, LIMIT).report(delta(5));
        conflict(0, 6, "{\"reported\":{\"t\":20},\"desired\":{\"t\":30}}");
        assertThat(taken).isCompletedWithValue(false);
        assertThat(transport.last().published()).hasSize(1);
    }

    @Test
    void confirmationIsRepeatedWhenOnlyTheDeviceHasReportedMeanwhile() throws Exception {
        CompletableFuture<Boolean> taken = new DeltaConfirmation(client, LIMIT).clear(delta(5));
        conflict(0, 6, "{\"reported\":{\"t\":25,\"battery\":90},\"desired\":{\"t\":25}}");
        assertThat(request(1).path("version").asLong()).isEqualTo(6);
        reply("update", 1, 0, 7);
        assertThat(taken).isCompletedWithValue(true);
    }

    private static ShadowDelta delta(long version) {
        return new ShadowDelta(JsonNodeFactory.instance.objectNode().put("t", 25), version, 0);
    }

    private JsonNode request(int index) throws Exception {
        return new ObjectMapper()
                .readTree(transport.last().published().get(index).payload());
    }

    private void conflict(int index, long version, String state) throws Exception {
        deliver("{\"clientToken\":" + request(index).path("clientToken") + ",\"payload\":{\"state\":" + state
                + ",\"version\":" + version + "},\"result\":5005,\"type\":\"update\"}");
    }

    private void reply(String type, int index, int result, long version) {
        try {
            deliver("{\"clientToken\":" + request(index).path("clientToken")
                    + ",\"payload\":{\"state\":{\"reported\":{\"t\":27}},\"version\":" + version + "},\"result\":"
                    + result
                    + ",\"type\":\"" + type + "\"}");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void deliver(String json) {
        transport.last().deliver(RESULTS, json, 0, () -> {});
    }

    private static Throwable failureOf(CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        return catchThrowable(future::get).getCause();
    }
}
