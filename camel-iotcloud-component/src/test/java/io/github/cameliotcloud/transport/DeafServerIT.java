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
package io.github.cameliotcloud.transport;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;

/** A server that keeps the connection open and takes nothing any more, as behind a dead network. */
class DeafServerIT {

    private static final int MORE_THAN_ALL_BUFFERS = 1_000;

    @ParameterizedTest
    @CsvSource({"paho,3", "hivemq,13"})
    void disconnectEnds(String transport, int withinSeconds) throws Exception {
        MqttThreads threads = new MqttThreads();
        try (ScriptedServer server = ScriptedServer.deaf()) {
            // GIVEN a connection at rest, and one that is stuck in writing
            MqttConnection atRest = open(transport, server);
            MqttConnection stuck = open(transport, server);
            for (int i = 0; i < MORE_THAN_ALL_BUFFERS; i++) {
                stuck.publish("up", new byte[16_384], 1);
            }

            // WHEN
            CompletionStage<Void> first = atRest.disconnect();
            CompletionStage<Void> second = stuck.disconnect();

            // THEN
            first.toCompletableFuture().get(withinSeconds, TimeUnit.SECONDS);
            second.toCompletableFuture().get(withinSeconds, TimeUnit.SECONDS);
        }
        await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
    }

    private static MqttConnection open(String transport, ScriptedServer server) throws Exception {
        ConnectRequest request = new ConnectRequest(
                server.address(),
                null,
                new Credentials("client", "user", "password"),
                true,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
        return Transports.named(transport)
                .connect(request, RecordingListener.keeping())
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }
}
