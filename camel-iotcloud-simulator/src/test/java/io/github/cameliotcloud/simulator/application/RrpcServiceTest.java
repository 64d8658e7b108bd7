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
package io.github.cameliotcloud.simulator.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;

class RrpcServiceTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final FakeGateway gateway = new FakeGateway();
    private final List<Runnable> timers = new ArrayList<>();
    private final RrpcService rrpc = new RrpcService(gateway, this::later, WINDOW, 16 * 1024);
    private final Device device = new Device(new DeviceIdentity("ABC1234567", "dev-01"), DeviceSecret.random());

    private Runnable later(Duration delay, Runnable task) {
        assertThat(delay).isEqualTo(WINDOW);
        timers.add(task);
        return () -> timers.remove(task);
    }

    @Test
    void answerEndsTheCallAndItsTimer() {
        CompletableFuture<RrpcAnswer> call = rrpc.call(device, bytes("ask"));
        assertThat(gateway.topics).containsExactly("$rrpc/rxd/ABC1234567/dev-01/1");
        assertThat(call).isNotDone();

        rrpc.received("$rrpc/txd/ABC1234567/dev-01/1", bytes("answer"));

        assertThat(call.join().payload()).isEqualTo(bytes("answer"));
        assertThat(call.join().processId()).isEqualTo(1);
        assertThat(timers).isEmpty();
        assertThat(rrpc.waiting()).isZero();
    }

    @Test
    void answersFindTheirCalls() {
        CompletableFuture<RrpcAnswer> first = rrpc.call(device, bytes("a"));
        CompletableFuture<RrpcAnswer> second = rrpc.call(device, bytes("b"));

        rrpc.received("$rrpc/txd/ABC1234567/dev-01/2", bytes("to b"));
        rrpc.received("$rrpc/txd/ABC1234567/dev-01/1", bytes("to a"));

        assertThat(first.join().payload()).isEqualTo(bytes("to a"));
        assertThat(second.join().payload()).isEqualTo(bytes("to b"));
    }

    @Test
    void answerOfAnotherDeviceOrToAnotherCallIsIgnored() {
        CompletableFuture<RrpcAnswer> call = rrpc.call(device, bytes("ask"));

        rrpc.received("$rrpc/txd/ABC1234567/dev-02/1", bytes("wrong"));
        rrpc.received("$rrpc/txd/ABC1234567/dev-01/2", bytes("wrong"));

        assertThat(call).isNotDone();
    }

    @Test
    void lateAnswerIsDropped() {
        CompletableFuture<RrpcAnswer> call = rrpc.call(device, bytes("ask"));

        timers.get(0).run();
        rrpc.received("$rrpc/txd/ABC1234567/dev-01/1", bytes("late"));

        assertThat(call).isCompletedExceptionally();
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(call::join)
                .havingCause()
                .isEqualTo(call.handle((answer, e) -> e.getCause()).join())
                .withMessage("The device has not answered in time.");
        assertThat(rrpc.waiting()).isZero();
    }

    @Test
    void secondAnswerIsDropped() {
        CompletableFuture<RrpcAnswer> call = rrpc.call(device, bytes("ask"));

        rrpc.received("$rrpc/txd/ABC1234567/dev-01/1", bytes("one"));
        rrpc.received("$rrpc/txd/ABC1234567/dev-01/1", bytes("two"));

        assertThat(call.join().payload()).isEqualTo(bytes("one"));
    }

    @Test
    void callThatCannotBeMadeLeavesNothingBehind() {
        gateway.outcomes.put(device.identity(), DeliveryOutcome.OFFLINE);
        assertRefused(Refusal.DEVICE_OFFLINE, () -> rrpc.call(device, bytes("ask")));
        gateway.outcomes.put(device.identity(), DeliveryOutcome.NOT_SUBSCRIBED);
        assertRefused(Refusal.NOT_SUBSCRIBED, () -> rrpc.call(device, bytes("ask")));
        assertRefused(Refusal.PAYLOAD_OVER_LIMIT, () -> rrpc.call(device, new byte[16 * 1024 + 1]));
        device.enable(false);
        assertRefused(Refusal.DEVICE_DISABLED, () -> rrpc.call(device, bytes("ask")));

        assertThat(timers).isEmpty();
        assertThat(rrpc.waiting()).isZero();
    }

    @Test
    void abandonEndsAllCalls() {
        CompletableFuture<RrpcAnswer> call = rrpc.call(device, bytes("ask"));

        rrpc.abandon();

        assertThat(call).isCompletedExceptionally();
        assertThat(timers).isEmpty();
        assertThat(rrpc.waiting()).isZero();
    }

    static void assertRefused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
