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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.simulator.application.ApplicationSettings;

/** Java on the page about the cloud API; it shows what is between the marks. */
final class CloudApiPageExamples {

    private CloudApiPageExamples() {}

    static IotCloudSimulator withAccount() {
        // begin account
        IotCloudSimulator simulator = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01", "AAECAwQFBgcICQoLDA0ODw==")
                .account("AKIDEXAMPLE", "SecretKeyExample")
                .start();
        // end
        return simulator;
    }

    static IotCloudSimulator withSettings() {
        // begin settings
        IotCloudSimulator simulator = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01", "AAECAwQFBgcICQoLDA0ODw==")
                .applications(ApplicationSettings.DEFAULTS.withRrpcWindow(Duration.ofMillis(500)))
                .start();
        // end
        return simulator;
    }

    static CompletableFuture<byte[]> inTheJvm(IotCloudSimulator simulator) {
        // begin java
        simulator.devices().create("ABC1234567", "dev-02");
        simulator.messages().broadcast("ABC1234567", "hello".getBytes(UTF_8), 1);
        CompletableFuture<byte[]> answer = simulator.messages().call("ABC1234567", "dev-01", "status?".getBytes(UTF_8));
        simulator.devices().delete("ABC1234567", "dev-02");
        // end
        return answer;
    }
}
