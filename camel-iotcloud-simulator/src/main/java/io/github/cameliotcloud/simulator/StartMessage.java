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
import java.util.stream.Stream;

import io.github.cameliotcloud.simulator.SimulatorOptions.NamedDevice;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Tells the user of the main program where everything is. */
final class StartMessage {

    private final PrintStream out;
    private final IotCloudSimulator simulator;

    StartMessage(PrintStream out, IotCloudSimulator simulator) {
        this.out = out;
        this.simulator = simulator;
    }

    void print(SimulatorOptions options, List<NamedDevice> devices) {
        out.println("MQTT      " + simulator.brokerUrl());
        SimulatorOptions.Ports ports = options.ports();
        ports.tls().ifPresent(port -> out.println("TLS       " + simulator.tlsBrokerUrl()));
        ports.webSocket().ifPresent(port -> out.println("WebSocket " + simulator.webSocketBrokerUrl()));
        ports.secureWebSocket().ifPresent(port -> out.println("WebSocket " + simulator.secureWebSocketBrokerUrl()));
        out.println("Cloud API " + simulator.apiUrl());
        if (options.certificates().isPresent()) {
            out.println(
                    "CA        " + new CertificateFiles(options.certificates().get()).authority());
        }
        List<String> uris = Stream.concat(
                        devices.stream().map(this::uri),
                        options.certificateDevices().stream().map(device -> uri(device, options)))
                .toList();
        if (!uris.isEmpty()) {
            out.println("Endpoint URIs:");
            uris.forEach(uri -> out.println("  " + uri));
        }
    }

    private String uri(NamedDevice device) {
        return "iotcloud:shadow?product=" + device.product() + "&device=" + device.device() + "&deviceSecret=RAW("
                + device.secret() + ")&brokerUrl=" + simulator.brokerUrl();
    }

    /** Such a device needs certificate files, and a secure port. */
    private String uri(DeviceIdentity device, SimulatorOptions options) {
        CertificateFiles files = new CertificateFiles(options.certificates().orElseThrow());
        return "iotcloud:shadow?product=" + device.product() + "&device=" + device.device() + "&caCertificate=file:"
                + files.authority() + "&deviceCertificate=file:" + files.certificate(device)
                + "&devicePrivateKey=file:" + files.key(device) + "&brokerUrl="
                + (options.ports().tls().isPresent() ? simulator.tlsBrokerUrl() : simulator.secureWebSocketBrokerUrl());
    }
}
