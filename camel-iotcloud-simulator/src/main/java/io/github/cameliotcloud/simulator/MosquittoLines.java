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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.github.cameliotcloud.simulator.auth.SignMethod;
import io.github.cameliotcloud.simulator.auth.SignatureVerifier;
import io.github.cameliotcloud.simulator.auth.SignedUserName;
import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.mqtt.MqttTransport;

/**
 * Commands that publish an event with Mosquitto's client, which knows no signatures: user name and password are in the
 * command, signed until a certain time (protocol.md 2.1, 2.2).
 *
 * @param simulator where they lead
 * @param certificates the files of devices with a certificate
 * @param validUntil until when they are good
 */
record MosquittoLines(IotCloudSimulator simulator, Optional<CertificateFiles> certificates, Instant validUntil) {

    private static final Duration VALIDITY = Duration.ofHours(24);
    // any number and any text will do
    private static final String SDK_APP_ID = "12010126";
    private static final String CONNECTION = "paste";

    static MosquittoLines validFromNow(IotCloudSimulator simulator, Optional<CertificateFiles> certificates) {
        Instant end = simulator.now().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
        return new MosquittoLines(simulator, certificates, end);
    }

    /** Empty for a device with a certificate when its files are not there or there is no TLS port. */
    Optional<String> of(Device device) {
        DeviceIdentity name = device.identity();
        SignedUserName user = new SignedUserName(name.clientId(), SDK_APP_ID, CONNECTION, validUntil.getEpochSecond());
        return device.secret()
                .map(secret -> " -h " + simulator.address().reachable() + " -p " + simulator.mqttPort() + " -P "
                        + quoted(password(user.text(), secret)))
                .or(() -> certificates
                        .filter(files -> files.has(name) && simulator.has(MqttTransport.TLS))
                        .map(files -> " -h " + simulator.address().reachableName() + " -p " + simulator.tlsPort()
                                + " --cafile " + quoted(files.authority()) + " --cert "
                                + quoted(files.certificate(name)) + " --key " + quoted(files.key(name))))
                .map(how -> "mosquitto_pub" + how + " -i " + name.clientId() + " -u " + quoted(user.text())
                        + " -q 1 -t " + name + "/event -m '{\"temperature\":20}'");
    }

    private static String password(String userName, DeviceSecret secret) {
        SignMethod method = SignMethod.HMACSHA256;
        return new SignatureVerifier().token(userName, method, secret) + ";" + method.text();
    }

    private static String quoted(Path path) {
        return quoted(path.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
