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

import java.util.Map;
import java.util.Optional;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.shadow.ShadowStore;
import io.github.cameliotcloud.simulator.shadow.StoredShadow;

/** Shadows in a file. */
final class FileShadowStore implements ShadowStore {

    private final StoreFile file;
    private final Map<String, String> shadows;

    FileShadowStore(StoreFile file) {
        this.file = file;
        this.shadows = file.map("shadows");
    }

    @Override
    public Optional<StoredShadow> load(DeviceIdentity device) {
        return Optional.ofNullable(file.read(() -> shadows.get(device.toString())))
                .map(text -> StoreJson.read(text, StoredShadow.class));
    }

    @Override
    public void save(DeviceIdentity device, StoredShadow shadow) {
        String text = StoreJson.write(shadow);
        file.write(() -> shadows.put(device.toString(), text));
    }

    @Override
    public void delete(DeviceIdentity device) {
        file.write(() -> shadows.remove(device.toString()));
    }
}
