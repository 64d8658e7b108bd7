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
package io.github.cameliotcloud.transport.paho;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.eclipse.paho.client.mqttv3.MqttException;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.github.cameliotcloud.session.MqttTransport;

/** Connects with Eclipse Paho's asynchronous client: four threads a connection, three to send, receive, call, one to ping. */
final class PahoTransport implements MqttTransport {

    private final PahoTuning tuning;

    PahoTransport(Object tuning) {
        this.tuning = PahoTuning.of(tuning);
    }

    @Override
    public CompletionStage<MqttConnection> connect(ConnectRequest request, MqttConnectionListener listener) {
        if (request.tls() != null && request.broker().isIpv6()) {
            return CompletableFuture.failedFuture(new InvalidOptionException(
                    "brokerUrl",
                    request.broker(),
                    "transport=paho cannot connect to an IPv6 address with TLS: use a host name, or transport=hivemq"));
        }
        try {
            OpenedSocket socket = new OpenedSocket();
            GuardedClient client = new GuardedClient(
                    request.broker().toString(), request.credentials().clientId(), tuning.persistence(), socket);
            return new PahoConnection(client, listener).open(tuning.options(request, socket), request);
        } catch (MqttException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
