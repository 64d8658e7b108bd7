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
package io.github.cameliotcloud.quarkus.deployment;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatorServiceIT {

    @Test
    void saysWhereItIsWithoutItsSecretAndFreesItsPortsWhenClosed() throws Exception {
        SimulatorService service = new SimulatorService(settings("DEVSERVICE", Optional.empty()));
        service.start();
        URI broker = URI.create(service.brokerUrl());
        connect(broker);

        assertThat(service.whereItIs())
                .contains(service.brokerUrl(), service.apiUrl(), "DEVSERVICE", "device-1", "devservices.enabled=false")
                .doesNotContain(service.secret());

        service.close();
        assertThatThrownBy(() -> connect(broker)).isInstanceOf(IOException.class);
    }

    @Test
    void twoSimulatorsHaveDifferentSecrets() {
        SimulatorSettings settings = settings("DEVSERVICE", Optional.empty());

        assertThat(new SimulatorService(settings).secret()).isNotEqualTo(new SimulatorService(settings).secret());
    }

    @Test
    void badProductIsRefusedInOneSentence() {
        SimulatorService service = new SimulatorService(settings("short", Optional.empty()));

        assertThatThrownBy(service::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("short");
    }

    @Test
    void badSecretIsRefusedAndNotShown() {
        SimulatorService service = new SimulatorService(settings("DEVSERVICE", Optional.of("not base64!")));

        assertThatThrownBy(service::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("not base64!");
    }

    private static SimulatorSettings settings(String product, Optional<String> secret) {
        return new SimulatorSettings(product, List.of("device-1"), secret, 0, 0);
    }

    private static void connect(URI broker) throws IOException {
        new Socket(broker.getHost(), broker.getPort()).close();
    }
}
