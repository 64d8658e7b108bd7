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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.StreamingDevice.Answered;

/** What a simulator with a file remembers. */
class StoredSimulatorIT {

    private static final String PRODUCT = "ABC1234567";
    private static final List<String> DEVICES = List.of("dev-1", "dev-2", "dev-3");
    private static final int ENOUGH_ANSWERS = 500;

    @TempDir
    Path directory;

    @Test
    void whatWasAnsweredSurvivesKill9() throws Exception {
        Path file = directory.resolve("killed.mv");
        List<StreamingDevice> devices = new ArrayList<>();
        int accepted;
        try (SimulatorProcess process = SimulatorProcess.started(file, DEVICES)) {
            for (String name : DEVICES) {
                devices.add(process.device(PRODUCT, name));
            }
            devices.forEach(StreamingDevice::start);
            await().until(() ->
                    devices.stream().mapToLong(StreamingDevice::answers).sum() > ENOUGH_ANSWERS
                            && process.acceptedMessages() > 0);
            process.kill();
            accepted = process.acceptedMessages();
            devices.forEach(StreamingDevice::awaitEnd);
        }

        try (IotCloudSimulator again = simulator(file)) {
            for (StreamingDevice device : devices) {
                Answered last = device.lastAnswer();
                long version =
                        again.shadow(PRODUCT, device.name()).path("version").longValue();
                long number = again.shadow(PRODUCT, device.name())
                        .at("/state/reported/number")
                        .longValue();
                // the update that was under way may have been applied as well
                assertThat(number).isBetween(last.number(), last.number() + 1);
                assertThat(version - number).isEqualTo(last.version() - last.number());
            }
            assertThat(accepted).isPositive();
            assertThat(messagesOf(again, SimulatorProcess.AWAY, accepted))
                    .startsWith(IntStream.rangeClosed(1, accepted)
                            .mapToObj(String::valueOf)
                            .toArray(String[]::new));
        }
    }

    private static List<String> messagesOf(IotCloudSimulator simulator, String name, int atLeast) {
        try (StreamingDevice device = new StreamingDevice(
                simulator.mqttPort(), PRODUCT, name, simulator.secrets().of(PRODUCT, name))) {
            assertThat(device.connect(false).isSessionPresent()).isTrue();
            await().until(() -> device.inbox().size() >= atLeast);
            return device.inbox().stream()
                    .map(Mqtt3Publish::getPayloadAsBytes)
                    .map(bytes -> new String(bytes, UTF_8))
                    .toList();
        }
    }

    @Test
    void randomSecretsAndDisabledDevicesAreAsBefore() {
        Path file = directory.resolve("missing/folder/devices.mv");
        String secret;
        try (IotCloudSimulator first =
                builder(file).device(PRODUCT, "random").device(PRODUCT, "off").start()) {
            secret = first.secrets().of(PRODUCT, "random");
            first.enableDevice(PRODUCT, "off", false);
        }

        try (IotCloudSimulator second = builder(file).device(PRODUCT, "random").start()) {
            assertThat(second.secrets().of(PRODUCT, "random")).isEqualTo(secret);
            assertThat(second.knownDevices()).hasSize(2).anySatisfy(device -> {
                assertThat(device).hasToString(PRODUCT + "/off");
                assertThat(device.enabled()).isFalse();
            });
        }
    }

    @Test
    void deletedShadowStaysDeleted() {
        Path file = directory.resolve("deleted.mv");
        try (IotCloudSimulator first = builder(file).device(PRODUCT, "dev").start()) {
            first.setDesired(PRODUCT, "dev", "{\"exact\":1.50}");
        }
        try (IotCloudSimulator second = simulator(file)) {
            assertThat(second.shadow(PRODUCT, "dev").at("/state/desired/exact")).hasToString("1.50");
            second.deleteShadow(PRODUCT, "dev");
        }
        try (IotCloudSimulator third = simulator(file)) {
            assertThat(third.shadow(PRODUCT, "dev").path("version").longValue()).isZero();
            assertThat(third.shadow(PRODUCT, "dev")
                            .path("state")
                            .path("desired")
                            .isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void callerThatIsInterruptedDoesNotBreakTheStore() {
        Path file = directory.resolve("interrupted.mv");
        try (IotCloudSimulator simulator = builder(file).device(PRODUCT, "dev").start()) {
            Thread.currentThread().interrupt();
            simulator.setDesired(PRODUCT, "dev", "{\"t\":1}");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(simulator.setDesired(PRODUCT, "dev", "{\"t\":2}")).isEqualTo(2);
        }
    }

    @Test
    void fileOfAnotherSimulatorIsRefusedAndLeavesNothingBehind() {
        Path file = directory.resolve("shared.mv");
        try (IotCloudSimulator first = builder(file).device(PRODUCT, "dev").start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder(file).start())
                    .withMessage(
                            "The store " + file + " is in use by another simulator; stop it, or name another file.");

            assertThat(first.setDesired(PRODUCT, "dev", "{\"t\":1}")).isOne();
        }
        simulator(file).close();
    }

    @Test
    void damagedStoreIsRefusedWithoutItsContentAndLetGo() {
        Path file = directory.resolve("damaged.mv");
        builder(file).device(PRODUCT, "dev").start().close();
        try (MVStore content = MVStore.open(file.toString())) {
            content.<String, String>openMap("devices").put("damaged", "{\"secret\":\"VERYSECRET\",");
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> simulator(file))
                .withMessage("The store holds a damaged DeviceRecord; name another file.")
                .withNoCause();
        try (MVStore content = MVStore.open(file.toString())) {
            content.openMap("devices").remove("damaged");
        }
        simulator(file).close();
    }

    @Test
    void portInUseLetsTheStoreGo() {
        Path file = directory.resolve("port.mv");
        try (IotCloudSimulator other = IotCloudSimulator.builder().start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder(file).mqttPort(other.mqttPort()).start())
                    .withMessageContaining("it is in use");
        }
        simulator(file).close();
    }

    private static IotCloudSimulator simulator(Path file) {
        return builder(file).start();
    }

    private static IotCloudSimulatorBuilder builder(Path file) {
        return IotCloudSimulator.builder().store(file);
    }
}
