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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.topic.DeviceTopics;

/** Messages to all devices of a product that are online and subscribed (protocol.md 6.2). Thread-safe. */
public final class BroadcastService {

    private static final int MAX_BASE64_CHARACTERS = 8 * 1024;
    private static final int BASE64_GROUP = 4;
    private static final int BYTES_PER_GROUP = 3;

    private final DeviceDirectory devices;
    private final DeviceGateway gateway;
    private final Duration taskTime;
    private final Clock clock;
    private final Map<String, Instant> runningUntil = new ConcurrentHashMap<>();
    private final AtomicInteger lastTask = new AtomicInteger();

    /** @param taskTime how long a task blocks the next one of its product */
    public BroadcastService(DeviceDirectory devices, DeviceGateway gateway, Duration taskTime, Clock clock) {
        this.devices = devices;
        this.gateway = gateway;
        this.taskTime = taskTime;
        this.clock = clock;
    }

    /**
     * Sends a message on the broadcast topic of each device; disabled devices are never online.
     *
     * @param payload at most 6,144 bytes, which are 8 KB of Base64; copied
     * @param qos 0 or 1
     * @return the number of the task
     * @throws RefusedException when the product is unknown, a task of it runs, or the payload is too long
     */
    public int publish(String product, byte[] payload, int qos) {
        if (devices.product(product).isEmpty()) {
            throw new RefusedException(Refusal.UNKNOWN_PRODUCT);
        }
        int groups = (payload.length + BYTES_PER_GROUP - 1) / BYTES_PER_GROUP;
        if (groups * BASE64_GROUP > MAX_BASE64_CHARACTERS) {
            throw new RefusedException(Refusal.PAYLOAD_OVER_LIMIT);
        }
        begin(product);
        byte[] copy = payload.clone();
        for (Device device : devices.of(product)) {
            gateway.deliverIfOnline(
                    device.identity(), new OutboundMessage(DeviceTopics.broadcast(device.identity()), copy, qos));
        }
        return lastTask.incrementAndGet();
    }

    private void begin(String product) {
        runningUntil.compute(product, (key, until) -> {
            Instant now = clock.instant();
            if (until != null && now.isBefore(until)) {
                throw new RefusedException(Refusal.BROADCAST_IS_RUNNING);
            }
            return now.plus(taskTime);
        });
    }
}
