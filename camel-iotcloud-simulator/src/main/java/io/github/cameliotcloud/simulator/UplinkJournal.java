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

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.mqtt.UplinkListener;

/** The newest messages of all devices, in the order of arrival. Lock-free, as every device writes here. */
final class UplinkJournal implements UplinkListener {

    private final Clock clock;
    private final int capacity;
    private final Consumer<ReceivedMessage> onReceived;
    private final Queue<ReceivedMessage> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    UplinkJournal(Clock clock, int capacity, Consumer<ReceivedMessage> onReceived) {
        this.clock = clock;
        this.capacity = capacity;
        this.onReceived = onReceived;
    }

    @Override
    public void received(DeviceIdentity device, String topic, byte[] payload, int qos) {
        ReceivedMessage message =
                new ReceivedMessage(device.product(), device.device(), topic, payload, qos, clock.instant());
        messages.add(message);
        onReceived.accept(message);
        if (size.incrementAndGet() > capacity) {
            removeOldest();
        }
    }

    List<ReceivedMessage> all() {
        return List.copyOf(messages);
    }

    void clear() {
        while (removeOldest()) {
            // until it is empty
        }
    }

    private boolean removeOldest() {
        boolean removed = messages.poll() != null;
        if (removed) {
            size.decrementAndGet();
        }
        return removed;
    }
}
