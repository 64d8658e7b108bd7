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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.session.OutboundMessage;
import io.github.cameliotcloud.simulator.session.StoredSession;
import io.github.cameliotcloud.simulator.shadow.ShadowJson;
import io.github.cameliotcloud.simulator.shadow.StoredShadow;

class FileStoreTest {

    private static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");
    private static final Instant GONE = Instant.ofEpochMilli(1_700_000_000_123L);

    @TempDir
    Path directory;

    private Path file;
    private SimulatorStore store;

    @BeforeEach
    void open() {
        file = directory.resolve("bed.mv");
        store = FileStore.open(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        store = FileStore.open(file);
    }

    @Test
    void shadowComesBackDigitByDigit() {
        ObjectNode values = ShadowJson.parseObject("{\"a\":1.50,\"b\":[1,{\"c\":12345678901234567890}],\"d\":\"ü\"}");
        StoredShadow shadow = new StoredShadow(
                values, ShadowJson.parseObject("{\"a\":{\"timestamp\":7}}"), values, values, 7, 1_700_000_000_000L);
        store.shadows().save(DEVICE, shadow);
        reopen();

        StoredShadow restored = store.shadows().load(DEVICE).orElseThrow();
        assertThat(restored).isEqualTo(shadow);
        assertThat(ShadowJson.text(restored.desired())).isEqualTo(ShadowJson.text(values));
    }

    @Test
    void deepestShadowOfAnApplicationComesBack() {
        ObjectNode deepest = ShadowJson.parseObject("{\"a\":" + "[".repeat(490) + "]".repeat(490) + "}");
        store.shadows().save(DEVICE, new StoredShadow(deepest, deepest, deepest, deepest, 1, 1));
        reopen();

        assertThat(store.shadows().load(DEVICE)).isPresent();
    }

    @Test
    void sessionComesBackWithItsMessagesInOrder() {
        Map<String, Integer> subscriptions = new LinkedHashMap<>();
        subscriptions.put("z/#", 1);
        subscriptions.put("a", 0);
        List<StoredSession.Message> messages =
                List.of(message("first", 65_535), message("second", 1), message("third", 0));
        save(new StoredSession(subscriptions, messages, 1, Optional.of(GONE)));
        reopen();

        StoredSession restored = store.sessions().load(DEVICE).orElseThrow();
        assertThat(restored.subscriptions()).containsExactlyEntriesOf(subscriptions);
        assertThat(restored.messages()).extracting(FileStoreTest::text).containsExactly("first", "second", "third");
        assertThat(restored.messages())
                .extracting(StoredSession.Message::packetId)
                .containsExactly(65_535, 1, 0);
        assertThat(restored.lastPacketId()).isOne();
        assertThat(restored.offlineSince()).contains(GONE);
    }

    @Test
    void messagesThatAreGoneLeaveNothingInTheFile() {
        List<StoredSession.Message> messages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            messages.add(message("before " + i, 0));
        }
        save(session(messages));
        reopen();
        List<StoredSession.Message> restored =
                store.sessions().load(DEVICE).orElseThrow().messages();
        List<StoredSession.Message> rest = new ArrayList<>(restored.subList(3, 5));
        rest.add(message("after", 0));
        save(session(rest));
        reopen();

        assertThat(store.sessions().load(DEVICE).orElseThrow().messages())
                .extracting(FileStoreTest::text)
                .containsExactly("before 3", "before 4", "after");
        store.sessions().delete(DEVICE);
        store.close();
        assertThat(contentOf("messages")).isEmpty();
        assertThat(contentOf("sessions")).isEmpty();
    }

    @Test
    void sessionThatWasDeletedStaysAway() {
        save(session(List.of(message("a", 1))));
        store.sessions().delete(DEVICE);
        reopen();

        assertThat(store.sessions().load(DEVICE)).isEmpty();
    }

    @Test
    void whatMayWaitIsThereAfterTheEnd() {
        store.sessions().saveSoon(DEVICE, () -> session(List.of(message("soon", 9))));
        reopen();

        assertThat(store.sessions().load(DEVICE)).isPresent();
    }

    @Test
    void devicesComeBackWithSecretsAndSwitches() {
        Device signing = new Device(DEVICE, DeviceSecret.fromBase64("AAECAwQFBgcICQoLDA0ODw=="));
        Device showing = Device.withCertificate(new DeviceIdentity("CERT000001", "gateway"));
        Device deleted = Device.withCertificate(new DeviceIdentity("CERT000001", "deleted"));
        showing.enable(false);
        store.devices().save(List.of(signing, showing, deleted));
        store.devices().delete(deleted.identity());
        reopen();

        assertThat(store.devices().load())
                .extracting(
                        Device::identity,
                        device -> device.secret().map(DeviceSecret::toBase64).orElse("none"),
                        Device::enabled)
                .containsExactly(
                        tuple(DEVICE, "AAECAwQFBgcICQoLDA0ODw==", true), tuple(showing.identity(), "none", false));
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void fileThatIsNoStoreIsRefusedAndNotTouched() throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "remember the milk\n".repeat(1000));

        refused(text, "The file " + text + " is no store of a simulator, or is damaged; name another file.");
        assertThat(text).hasContent("remember the milk\n".repeat(1000));
    }

    @Test
    void storeOfAnotherProgramIsRefused() {
        Path other = directory.resolve("other.mv");
        try (MVStore foreign = MVStore.open(other.toString())) {
            foreign.openMap("theirs").put("a", "b");
        }

        refused(other, "The file " + other + " is no store of this version of the simulator; name another file.");
        refused(other, "The file " + other + " is no store of this version of the simulator; name another file.");
    }

    @Test
    void storeThatIsOpenIsRefused() {
        refused(file, "The store " + file + " is in use by another simulator; stop it, or name another file.");
    }

    @Test
    void placeThatCannotBeWrittenIsRefused() {
        refused(directory, "The store " + directory + " cannot be written; name a file that can.");
        Path below = file.resolve("below");
        refused(below, "The store " + below + " cannot be written; name a file that can.");
    }

    @Test
    void closedStoreRefusesAndDoesNotWait() {
        store.close();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.devices().save(List.of()))
                .withMessage("The store is closed.");
        store.sessions().saveSoon(DEVICE, () -> session(List.of()));
    }

    private static void refused(Path path, String message) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> FileStore.open(path))
                .withMessage(message);
    }

    private void save(StoredSession session) {
        store.sessions().save(DEVICE, () -> session);
    }

    private static StoredSession session(List<StoredSession.Message> messages) {
        return new StoredSession(Map.of("a", 1), messages, 0, Optional.empty());
    }

    private static StoredSession.Message message(String text, int packetId) {
        return new StoredSession.Message(new OutboundMessage("topic", text.getBytes(UTF_8), 1), packetId);
    }

    private static String text(StoredSession.Message message) {
        return new String(message.message().payload(), UTF_8);
    }

    private Map<String, String> contentOf(String map) {
        try (MVStore content = MVStore.open(file.toString())) {
            return Map.copyOf(content.<String, String>openMap(map));
        }
    }
}
