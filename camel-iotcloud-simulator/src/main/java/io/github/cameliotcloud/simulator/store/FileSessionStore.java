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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.session.SessionStore;
import io.github.cameliotcloud.simulator.session.StoredSession;

/** Persistent sessions in a file: what changes often in one map, the messages, which do not, in another. */
final class FileSessionStore implements SessionStore {

    private final StoreFile file;
    private final Map<String, String> sessions;
    private final Map<String, String> messages;
    private final Map<DeviceIdentity, SavedSession> saved = new HashMap<>(); // on the thread of the file only
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    FileSessionStore(StoreFile file) {
        this.file = file;
        this.sessions = file.map("sessions");
        this.messages = file.map("messages");
        names.addAll(file.read(() -> List.copyOf(sessions.keySet())));
    }

    @Override
    public Optional<StoredSession> load(DeviceIdentity device) {
        return names.contains(device.toString()) ? Optional.of(file.read(() -> get(device))) : Optional.empty();
    }

    private StoredSession get(DeviceIdentity device) {
        return savedOf(device).load(StoreJson.read(sessions.get(device.toString()), SessionRecord.class));
    }

    @Override
    public void save(DeviceIdentity device, Supplier<StoredSession> session) {
        StoredSession now = session.get();
        names.add(device.toString());
        file.write(() -> put(device, now));
    }

    @Override
    public void saveSoon(DeviceIdentity device, Supplier<StoredSession> session) {
        StoredSession now = session.get();
        names.add(device.toString());
        file.writeLater(() -> put(device, now));
    }

    private void put(DeviceIdentity device, StoredSession session) {
        sessions.put(device.toString(), StoreJson.write(savedOf(device).save(session)));
    }

    @Override
    public void delete(DeviceIdentity device) {
        if (names.remove(device.toString())) {
            file.write(() -> {
                savedOf(device).clear();
                sessions.remove(device.toString());
            });
        }
    }

    private SavedSession savedOf(DeviceIdentity device) {
        return saved.computeIfAbsent(device, key -> new SavedSession(key, messages));
    }
}
