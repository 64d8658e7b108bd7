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
package io.github.cameliotcloud.simulator.device;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeviceDirectoryTest {

    private static final String PRODUCT = "ABC1234567";

    private final Device first = device("first");
    private final DeviceDirectory directory = new DeviceDirectory(List.of(first, device("second")));

    @Test
    void devicesKeepTheOrderOfTheirCreation() {
        directory.add(device("a"));

        assertThat(directory.of(PRODUCT))
                .extracting(d -> d.identity().device())
                .containsExactly("first", "second", "a");
    }

    @Test
    void identityIsUnique() {
        List<Device> twice = List.of(first, device("first"));

        assertThat(directory.add(device("first"))).isFalse();
        assertThat(directory.find(PRODUCT, "first")).containsSame(first);
        assertThatThrownBy(() -> new DeviceDirectory(twice)).hasMessage("Device ABC1234567/first is defined twice");
    }

    @Test
    void deviceIsRemovedOnceAndItsProductStays() {
        assertThat(directory.remove(first)).isTrue();
        assertThat(directory.remove(first)).isFalse();
        assertThat(directory.find(PRODUCT, "first")).isEmpty();
        assertThat(directory.product(PRODUCT)).contains(CredentialKind.SECRET);
    }

    @Test
    void onlyTheDeviceItselfIsRemoved() {
        directory.remove(first);
        directory.add(device("first"));

        assertThat(directory.remove(first)).isFalse();
        assertThat(directory.find(PRODUCT, "first")).isPresent();
    }

    @Test
    void firstDeviceTellsTheKindOfItsProduct() {
        directory.add(Device.withCertificate(new DeviceIdentity("CERT123456", "c")));

        assertThat(directory.product("CERT123456")).contains(CredentialKind.CERTIFICATE);
        assertThat(directory.product("NONE123456")).isEmpty();
    }

    @Test
    void storeLearnsOfDevicesThatComeAndGo() {
        RecordingStore store = new RecordingStore();
        DeviceDirectory stored = new DeviceDirectory(List.of(first), store);
        Device later = device("later");

        stored.add(later);
        assertThat(store.saved).containsExactly(first, later);
        stored.add(device("later"));
        assertThat(store.saved).containsExactly(first, later);
        stored.remove(first);
        assertThat(store.saved).containsExactly(later);
    }

    @Test
    void storedDeviceBringsItsProduct() {
        RecordingStore store = new RecordingStore();
        store.saved.add(Device.withCertificate(new DeviceIdentity("CERT123456", "c")));

        assertThat(new DeviceDirectory(List.of(), store).product("CERT123456")).contains(CredentialKind.CERTIFICATE);
    }

    private static final class RecordingStore implements DeviceStore {

        private final Set<Device> saved = new LinkedHashSet<>();

        @Override
        public Collection<Device> load() {
            return List.copyOf(saved);
        }

        @Override
        public void save(Collection<Device> devices) {
            saved.addAll(devices);
        }

        @Override
        public void delete(DeviceIdentity device) {
            saved.removeIf(known -> known.identity().equals(device));
        }
    }

    @Test
    void manyThreadsMayChangeItWhileOthersLook() {
        CompletableFuture<?>[] writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 500; i++) {
                        Device device = device("w" + writer + "-" + i);
                        directory.add(device);
                        if (i % 2 == 0) {
                            directory.remove(device);
                        }
                        directory.all();
                    }
                }))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(writers).join();

        assertThat(directory.all()).hasSize(2 + 4 * 250);
    }

    private static Device device(String name) {
        return new Device(new DeviceIdentity(PRODUCT, name), DeviceSecret.random());
    }
}
