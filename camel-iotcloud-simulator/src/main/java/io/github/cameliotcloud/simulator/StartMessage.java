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

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;

/** Tells the user of the main program where everything is, and what to paste to use it. */
final class StartMessage {

    private static final int MAX_DEVICES = 10;

    private final PrintStream out;
    private final IotCloudSimulator simulator;
    private final Optional<CertificateFiles> certificates;

    StartMessage(PrintStream out, IotCloudSimulator simulator, Optional<CertificateFiles> certificates) {
        this.out = out;
        this.simulator = simulator;
        this.certificates = certificates;
    }

    void print() {
        out.println("MQTT      " + simulator.brokerUrl());
        if (simulator.has(MqttTransport.TLS)) {
            out.println("TLS       " + simulator.tlsBrokerUrl());
        }
        if (simulator.has(MqttTransport.WEB_SOCKET)) {
            out.println("WebSocket " + simulator.webSocketBrokerUrl());
        }
        if (simulator.has(MqttTransport.SECURE_WEB_SOCKET)) {
            out.println("WebSocket " + simulator.secureWebSocketBrokerUrl());
        }
        out.println("Cloud API " + simulator.apiUrl());
        out.println("Console   " + simulator.consoleUrl());
        certificates.ifPresent(files -> out.println("CA        " + files.authority()));
        EndpointUris uris = new EndpointUris(simulator, certificates);
        MosquittoLines lines = MosquittoLines.validFromNow(simulator, certificates);
        list("Endpoint URIs:", uris::of);
        list("Publish with Mosquitto; signed until " + lines.validUntil() + ":", lines::of);
    }

    // many devices would push the addresses out of sight
    private void list(String title, Function<Device, Optional<String>> line) {
        List<String> lines = simulator.knownDevices().stream()
                .map(line)
                .flatMap(Optional::stream)
                .toList();
        if (!lines.isEmpty()) {
            out.println(title);
            lines.stream().limit(MAX_DEVICES).forEach(text -> out.println("  " + text));
            if (lines.size() > MAX_DEVICES) {
                out.println("  and " + (lines.size() - MAX_DEVICES) + " more");
            }
        }
    }
}
