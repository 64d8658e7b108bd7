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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.BrokerProtocol;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.TlsParameters;
import io.github.cameliotcloud.simulator.FaultInjection;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.ReceivedMessage;

/** The simulator of this project, in this JVM. */
final class SimulatorBroker implements TestBroker {

    static final String PRODUCT = "CONTRACT01";
    private static final String SECRET = "c2VjcmV0IG9mIGEgdGVzdA==";
    private static final int DEVICES = 100;

    private final AtomicInteger used = new AtomicInteger();
    private final CredentialsSigner signer = new CredentialsSigner(
            SignMethod.HMACSHA256, "12010126", Duration.ofHours(1), Clock.systemUTC(), new Random());
    private final IotCloudSimulator simulator;
    private final BrokerAddress address;
    private final TlsParameters tls;

    SimulatorBroker(BrokerProtocol protocol) {
        var builder = IotCloudSimulator.builder().tls().webSocket().secureWebSocket();
        IntStream.rangeClosed(1, DEVICES).forEach(number -> builder.device(PRODUCT, "d" + number, SECRET));
        simulator = builder.start();
        address = BrokerAddress.parse(
                switch (protocol) {
                    case TCP -> simulator.brokerUrl();
                    case SSL -> simulator.tlsBrokerUrl();
                    case WS -> simulator.webSocketBrokerUrl();
                    case WSS -> simulator.secureWebSocketBrokerUrl();
                });
        tls = protocol.isTls() ? Tls.trusting(simulator.certificates().certificate()) : null;
    }

    FaultInjection faults() {
        return simulator.faults();
    }

    @Override
    public String newDevice() {
        return "d" + used.incrementAndGet();
    }

    @Override
    public ConnectRequest login(String device, boolean cleanSession) {
        return login(device, SECRET, cleanSession);
    }

    ConnectRequest login(String device, String secret, boolean cleanSession) {
        return new ConnectRequest(
                address,
                tls,
                signer.sign(new DeviceIdentity(PRODUCT, device), DeviceSecret.parse(secret)),
                cleanSession,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
    }

    @Override
    public String upTopic(String device) {
        return PRODUCT + "/" + device + "/data";
    }

    @Override
    public String downTopic(String device) {
        return upTopic(device);
    }

    @Override
    public void send(String device, byte[] payload, int qos) {
        simulator.publish(PRODUCT, device, "data", payload, qos);
    }

    @Override
    public List<byte[]> received(String device) {
        return simulator.received(PRODUCT, device, "data").stream()
                .map(ReceivedMessage::payload)
                .toList();
    }

    @Override
    public void cut(String device) {
        simulator.faults().cutConnection(PRODUCT, device);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
