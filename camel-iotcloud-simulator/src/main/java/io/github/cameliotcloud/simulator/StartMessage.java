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
        options.certificates()
                .map(CertificateFiles::new)
                .ifPresent(files -> printFiles(files, options.certificateDevices()));
        if (!devices.isEmpty()) {
            printUris(devices);
        }
    }

    private void printFiles(CertificateFiles files, List<DeviceIdentity> devices) {
        out.println("Certificates:");
        out.println("  authority " + files.authority());
        devices.forEach(
                device -> out.println("  " + device + " " + files.certificate(device) + " " + files.key(device)));
    }

    private void printUris(List<NamedDevice> devices) {
        out.println("Endpoint URIs:");
        devices.forEach(device -> out.println("  iotcloud:shadow?product=" + device.product() + "&device="
                + device.device() + "&deviceSecret=RAW(" + device.secret() + ")&brokerUrl=" + simulator.brokerUrl()));
    }
}
