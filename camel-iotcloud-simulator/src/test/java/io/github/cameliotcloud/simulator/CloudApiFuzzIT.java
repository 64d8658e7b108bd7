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

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Hostile bytes on the port of the cloud API: each answer is an envelope, or the connection ends. */
class CloudApiFuzzIT {

    private static final int DIVISOR = 10;
    private static final int MAX_NOISE = 600;
    private static final int PATIENCE_MS = 5_000;
    private static final Map<String, String> BODIES = Map.of(
            "UpdateDeviceShadow",
            "{'ProductId':'ABC1234567','DeviceName':'dev-01','State':'{\\'desired\\':{\\'t\\':25}}','ShadowVersion':0}",
            "DescribeDeviceShadow",
            "{'ProductId':'ABC1234567','DeviceName':'dev-01'}",
            "PublishMessage",
            "{'ProductId':'ABC1234567','DeviceName':'dev-01','Topic':'ABC1234567/dev-01/control','Payload':'YQ==','Qos':1,"
                    + "'PayloadEncoding':'base64'}",
            "PublishBroadcastMessage",
            "{'ProductId':'ABC1234567','Payload':'x','Qos':0}",
            "PublishRRPCMessage",
            "{'ProductId':'ABC1234567','DeviceName':'dev-01','Payload':'x'}",
            "DescribeDevices",
            "{'ProductId':'ABC1234567','Offset':0,'Limit':10,'EnableState':1}",
            "CreateDevice",
            "{'ProductId':'ABC1234567','DeviceName':'dev-02','DefinedPsk':'AAECAwQFBgcICQoLDA0ODw=='}");
    private static final List<String> ACTIONS = List.copyOf(BODIES.keySet());

    private IotCloudSimulator simulator;
    private OwnFailures failures;

    @BeforeProperty
    void start() {
        failures = OwnFailures.begin();
        simulator = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
    }

    @AfterProperty
    void stop() {
        try {
            assertThat(new ApiCalls(simulator, HttpClient.Version.HTTP_1_1)
                            .post(
                                    "{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\"}",
                                    Map.of("X-TC-Action", "DescribeDevice"))
                            .at("/DeviceName")
                            .textValue())
                    .isEqualTo(DEVICE);
            assertThat(failures.all()).isEmpty();
        } finally {
            simulator.close();
            failures.close();
        }
    }

    @Fuzz(value = "damaged bodies of the cloud API", divisor = DIVISOR)
    void damagedBodyIsAnsweredByAnEnvelope(@ForAll("damagedBodies") byte[] bytes, Tally tally) throws IOException {
        String outcome = outcome(bytes);
        tally.count(outcome);
        assertThat(outcome).isIn("accepted", "refused");
    }

    @Fuzz(value = "damaged requests of the cloud API", divisor = DIVISOR)
    void damagedRequestIsAnsweredOrTheConnectionEnds(@ForAll("damagedRequests") byte[] bytes, Tally tally)
            throws IOException {
        tally.count(outcome(bytes));
    }

    @Fuzz(value = "first bytes on the HTTP port", divisor = DIVISOR)
    void noiseEndsTheConnection(@ForAll("noise") byte[] bytes, Tally tally) throws IOException {
        tally.count(outcome(bytes));
    }

    // sends everything, then waits until the simulator has closed the connection too
    private String outcome(byte[] bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", simulator.httpPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(failures.all()).isEmpty();
            return kind(answer);
        } catch (SocketException e) {
            // the simulator closed before it had read everything
            return "reset";
        }
    }

    private static String kind(String answer) {
        if (answer.isEmpty()) {
            return "closed";
        }
        if (answer.contains(" 501 Not Implemented")) { // the network library's own answer to another HTTP
            return "unknown-protocol";
        }
        assertThat(answer).contains("\r\n\r\n{\"Response\":{").contains("\"RequestId\":\"");
        return answer.contains("\"Error\"") ? "refused" : "accepted";
    }

    @Provide
    Arbitrary<byte[]> damagedBodies() {
        return Arbitraries.randomValue(random -> {
            String action = action(random);
            return request(action, Mutations.of(body(action), random));
        });
    }

    @Provide
    Arbitrary<byte[]> damagedRequests() {
        return Arbitraries.randomValue(random -> {
            String action = action(random);
            return Mutations.of(request(action, body(action)), random);
        });
    }

    @Provide
    Arbitrary<byte[]> noise() {
        return Arbitraries.randomValue(random -> Mutations.noise(MAX_NOISE, random));
    }

    private static String action(Random random) {
        return ACTIONS.get(random.nextInt(ACTIONS.size()));
    }

    private static byte[] body(String action) {
        return BODIES.get(action).replace("\\'", "\\\"").replace('\'', '"').getBytes(UTF_8);
    }

    private static byte[] request(String action, byte[] body) {
        byte[] head = ("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-TC-Action: " + action
                        + "\r\nX-TC-Version: 2021-04-08\r\nX-TC-Region: ap-guangzhou\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
