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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;

/** Calls to devices that answer within a time (protocol.md 6.1). Thread-safe; never blocks. */
public final class RrpcService {

    private final DeviceGateway gateway;
    private final Timers timers;
    private final Duration window;
    private final int maxPayloadBytes;
    // by the topic of the answer, which names the device and the call
    private final Map<String, CompletableFuture<byte[]>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * @param window how long a device may take to answer
     * @param maxPayloadBytes a longer message is refused
     */
    public RrpcService(DeviceGateway gateway, Timers timers, Duration window, int maxPayloadBytes) {
        this.gateway = gateway;
        this.timers = timers;
        this.window = window;
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /**
     * Calls a device.
     *
     * @param payload copied
     * @return the answer, or a {@link RefusedException} for {@link Refusal#RRPC_TIMEOUT}
     * @throws RefusedException when the device is disabled, offline or not subscribed, or the payload too long
     */
    public CompletableFuture<RrpcAnswer> call(Device device, byte[] payload) {
        MessageService.requireFits(payload, maxPayloadBytes);
        MessageService.requireEnabled(device);
        DeviceIdentity identity = device.identity();
        int processId = calls.incrementAndGet() & Integer.MAX_VALUE;
        String answerTopic = DeviceTopics.rrpcAnswers(identity) + processId;
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        // before the device is asked, as it may be fast
        waiting.put(answerTopic, answer);
        String topic = DeviceTopics.rrpcRequests(identity) + processId;
        DeliveryOutcome outcome = gateway.deliverIfOnline(identity, new OutboundMessage(topic, payload.clone(), 0));
        if (outcome != DeliveryOutcome.SENT) {
            waiting.remove(answerTopic);
            throw new RefusedException(
                    outcome == DeliveryOutcome.NOT_SUBSCRIBED ? Refusal.NOT_SUBSCRIBED : Refusal.DEVICE_OFFLINE);
        }
        Runnable cancelTimer =
                timers.after(window, () -> answer.completeExceptionally(new RefusedException(Refusal.RRPC_TIMEOUT)));
        return answer.whenComplete((bytes, failure) -> {
                    waiting.remove(answerTopic);
                    cancelTimer.run();
                })
                .thenApply(bytes -> new RrpcAnswer(processId, bytes));
    }

    /** A device has published; what nobody waits for, or waits for no more, is ignored. */
    public void received(String topic, byte[] payload) {
        CompletableFuture<byte[]> answer = waiting.get(topic);
        if (answer != null) {
            answer.complete(payload);
        }
    }

    /** Gives up all calls that wait, as if their time were over. */
    public void abandon() {
        waiting.values().forEach(answer -> answer.completeExceptionally(new RefusedException(Refusal.RRPC_TIMEOUT)));
    }

    /** Calls without an answer yet. */
    public int waiting() {
        return waiting.size();
    }
}
