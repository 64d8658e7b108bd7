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

import java.util.Optional;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;

/**
 * URIs for Camel routes, complete with secrets.
 *
 * @param simulator where they lead
 * @param certificates the files of devices with a certificate
 */
record EndpointUris(IotCloudSimulator simulator, Optional<CertificateFiles> certificates) {

    /** Empty for a device with a certificate when its files are not there. */
    Optional<String> of(Device device) {
        String name = "iotcloud:shadow?product=" + device.identity().product() + "&device="
                + device.identity().device();
        return device.secret()
                .map(DeviceSecret::toBase64)
                .map(secret -> name + "&deviceSecret=RAW(" + secret + ")&brokerUrl=" + simulator.brokerUrl())
                .or(() -> certificates
                        .filter(files -> files.has(device.identity()))
                        .map(files -> name + options(files, device.identity())));
    }

    /** Such a device needs certificate files, and a secure port. */
    private String options(CertificateFiles files, DeviceIdentity device) {
        return "&caCertificate=file:" + files.authority() + "&deviceCertificate=file:" + files.certificate(device)
                + "&devicePrivateKey=file:" + files.key(device) + "&brokerUrl="
                + (simulator.has(MqttTransport.TLS) ? simulator.tlsBrokerUrl() : simulator.secureWebSocketBrokerUrl());
    }
}
