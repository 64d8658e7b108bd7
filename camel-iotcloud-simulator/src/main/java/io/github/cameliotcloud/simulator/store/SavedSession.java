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
package io.github.cameliotcloud.simulator.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.session.StoredSession;

/**
 * Which messages of one device are in the file, so that each is written once. Not thread-safe.
 */
final class SavedSession {

    /** A message as JSON, its payload as Base64. */
    private record MessageRecord(String topic, byte[] payload, int qos) {}

    private final DeviceIdentity device;
    private final Map<String, String> file;
    private final Map<OutboundMessage, Long> numbers = new IdentityHashMap<>();
    private long lastNumber;

    /** @param file the map of all messages */
    SavedSession(DeviceIdentity device, Map<String, String> file) {
        this.device = device;
        this.file = file;
    }

    /** Writes the messages that are new, deletes those that are gone; returns what to write of the session. */
    SessionRecord save(StoredSession session) {
        Map<OutboundMessage, Long> gone = new IdentityHashMap<>(numbers);
        List<SessionRecord.Waiting> waiting = new ArrayList<>();
        for (StoredSession.Message message : session.messages()) {
            gone.remove(message.message());
            long number = numbers.computeIfAbsent(message.message(), this::write);
            waiting.add(new SessionRecord.Waiting(number, message.packetId()));
        }
        gone.forEach(this::delete);
        return new SessionRecord(
                session.subscriptions(),
                waiting,
                session.lastPacketId(),
                session.offlineSince().map(Instant::toEpochMilli).orElse(null));
    }

    StoredSession load(SessionRecord record) {
        List<StoredSession.Message> messages = new ArrayList<>();
        for (SessionRecord.Waiting waiting : record.messages()) {
            MessageRecord message = StoreJson.read(file.get(key(waiting.number())), MessageRecord.class);
            OutboundMessage restored = new OutboundMessage(message.topic(), message.payload(), message.qos());
            numbers.put(restored, waiting.number());
            lastNumber = Math.max(lastNumber, waiting.number());
            messages.add(new StoredSession.Message(restored, waiting.packetId()));
        }
        return new StoredSession(
                record.subscriptions(),
                messages,
                record.lastPacketId(),
                Optional.ofNullable(record.offlineSince()).map(Instant::ofEpochMilli));
    }

    void clear() {
        new IdentityHashMap<>(numbers).forEach(this::delete);
    }

    private long write(OutboundMessage message) {
        lastNumber++;
        file.put(
                key(lastNumber), StoreJson.write(new MessageRecord(message.topic(), message.payload(), message.qos())));
        return lastNumber;
    }

    private void delete(OutboundMessage message, long number) {
        numbers.remove(message);
        file.remove(key(number));
    }

    private String key(long number) {
        return device + "/" + number;
    }
}
