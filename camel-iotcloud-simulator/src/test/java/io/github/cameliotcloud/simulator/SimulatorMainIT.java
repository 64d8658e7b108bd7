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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SimulatorMainIT {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void namedDeviceIsAnnouncedAsAUriReadyToPaste() {
        try (IotCloudSimulator simulator = run("--device", "ABC1234567/dev-01/" + SECRET);
                TestDevice device = TestDevice.connected(simulator)) {
            device.publish(device.topic("event"), "silent", 1);

            assertThat(output.toString(UTF_8))
                    .contains(simulator.brokerUrl(), simulator.apiUrl())
                    .contains("iotcloud:shadow?product=ABC1234567&device=dev-01&deviceSecret=RAW(" + SECRET
                            + ")&brokerUrl=" + simulator.brokerUrl())
                    .doesNotContain("silent");
        }
    }

    @Test
    void withoutDevicesThereAreTwoDemoDevices() {
        try (IotCloudSimulator simulator = run()) {
            assertThat(output.toString(UTF_8)).contains("device=demo-1&", "device=demo-2&");
            assertThat(simulator.connections("DEMO000001", "demo-2")).isZero();
        }
    }

    @Test
    void verbosePrintsMessages() {
        try (IotCloudSimulator simulator = run("--verbose", "--device", "ABC1234567/dev-01/" + SECRET);
                TestDevice device = TestDevice.connected(simulator)) {
            device.publish(device.topic("event"), "loud", 1);

            assertThat(output.toString(UTF_8)).contains("ABC1234567/dev-01/event loud");
        }
    }

    @Test
    void helpStartsNothing() {
        assertThat(SimulatorMain.run(new PrintStream(output, true, UTF_8), "--help"))
                .isEmpty();
        assertThat(output.toString(UTF_8)).contains("--device PRODUCT/DEVICE/SECRET");
    }

    @Test
    void certificateDeviceConnectsWithTheFilesThatWereWritten(@TempDir Path directory) throws Exception {
        String name = TestDevice.PRODUCT + TestDevice.DEVICE;
        try (IotCloudSimulator simulator = run(
                "--tls",
                "0",
                "--ws",
                "0",
                "--wss",
                "0",
                "--certificates",
                directory.resolve("new").toString(),
                "--certificate-device",
                TestDevice.PRODUCT + "/" + TestDevice.DEVICE)) {
            assertThat(output.toString(UTF_8))
                    .contains(simulator.tlsBrokerUrl())
                    .contains(simulator.webSocketBrokerUrl())
                    .contains(simulator.secureWebSocketBrokerUrl())
                    .contains(directory.resolve("new/ca.crt").toString())
                    .contains("iotcloud:shadow?product=" + TestDevice.PRODUCT + "&device=" + TestDevice.DEVICE
                            + "&caCertificate=file:" + directory.resolve("new/ca.crt") + "&deviceCertificate=file:"
                            + directory.resolve("new/" + name + ".crt") + "&devicePrivateKey=file:"
                            + directory.resolve("new/" + name + ".key") + "&brokerUrl=" + simulator.tlsBrokerUrl())
                    .doesNotContain("demo-1");
            assertThat(directory.resolve("new/ca.crt"))
                    .hasContent(simulator.certificates().certificatePem());

            try (TestDevice device = TestClients.trusting(simulator.certificates())
                    .showing(TestClients.read(directory.resolve("new"), name))
                    .device(simulator.tlsBrokerUrl())) {
                device.connect(true);

                assertThat(simulator.connections(TestDevice.PRODUCT, TestDevice.DEVICE))
                        .isOne();
            }
        }
    }

    @Test
    void optionsWinOverTheFileAndDevicesAreAdded(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("bed.yaml"),
                "{ports: {mqtt: 1, http: 1, webSocket: 0}, products: {ABC1234567: {devices: {dev-02: }}}}");

        try (IotCloudSimulator simulator =
                run("--config", file.toString(), "--device", "ABC1234567/dev-01/" + SECRET)) {
            assertThat(simulator.mqttPort()).isNotEqualTo(1);
            assertThat(output.toString(UTF_8))
                    .contains(simulator.webSocketBrokerUrl())
                    .contains("device=dev-01&", "device=dev-02&")
                    .doesNotContain("demo-1");
        }
    }

    @Test
    void certificateDevicesOfTheFileNeedAPlaceForTheirFiles(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("bed.yaml"),
                "{ports: {tls: 0}, products: {CERT000001: {authentication: certificate, devices: {gateway: }}}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--config", file.toString()))
                .withMessage("The certificate devices of the configuration need --tls or --wss, and --certificates"
                        + " for their files.");
        try (IotCloudSimulator simulator = run("--config", file.toString(), "--certificates", directory.toString())) {
            assertThat(output.toString(UTF_8))
                    .contains("deviceCertificate=file:" + directory.resolve("CERT000001gateway.crt"))
                    .contains(simulator.tlsBrokerUrl());
        }
    }

    @Test
    void ofManyDevicesTheFirstTenArePrinted(@TempDir Path directory) throws IOException {
        String devices = IntStream.range(0, 25).mapToObj(i -> "dev-" + i + ": ").collect(Collectors.joining(","));
        Path file = Files.writeString(
                directory.resolve("bed.yaml"), "{products: {ABC1234567: {devices: {" + devices + "}}}}");

        try (IotCloudSimulator simulator = run("--config", file.toString())) {
            assertThat(simulator.knownDevices()).hasSize(25);
            assertThat(output.toString(UTF_8))
                    .contains("device=dev-9&", "  and 15 more")
                    .doesNotContain("dev-10");
        }
    }

    @Test
    void demoDevicesKeepTheirSecretsInAStore(@TempDir Path directory) {
        String store = directory.resolve("bed.mv").toString();
        String secret;
        try (IotCloudSimulator first = run("--store", store)) {
            secret = first.secrets().of("DEMO000001", "demo-1");
        }
        try (IotCloudSimulator second = run("--store", store)) {
            assertThat(second.secrets().of("DEMO000001", "demo-1")).isEqualTo(secret);
        }
    }

    @Test
    void storeThatCannotBeUsedIsToldInOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "no store");

        assertThatIllegalStateException()
                .isThrownBy(() -> run("--store", file.toString()))
                .withMessage("The file " + file + " is no store of a simulator, or is damaged; name another file.");
    }

    @Test
    void directoryThatCannotBeWrittenIsToldInOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--tls", "0", "--certificates", file.toString()))
                .withMessage("Option --certificates needs a directory that can be written, not " + file + ".");
    }

    @Test
    void badDeviceIsToldInOneSentenceWithoutItsSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("--device", "ABC1234567/dev-01/bad secret!"))
                .withMessage("The device secret is not Base64");
    }

    private IotCloudSimulator run(String... args) {
        String[] all = new String[args.length + 4];
        all[0] = "--port";
        all[1] = "0";
        all[2] = "--http";
        all[3] = "0";
        System.arraycopy(args, 0, all, 4, args.length);
        return SimulatorMain.run(new PrintStream(output, true, UTF_8), all).orElseThrow();
    }
}
