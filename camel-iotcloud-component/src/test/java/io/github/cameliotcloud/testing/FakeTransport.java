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
package io.github.cameliotcloud.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.github.cameliotcloud.session.MqttTransport;

/** An MQTT library in the hands of a test: every answer of the broker is given by the test. */
public final class FakeTransport implements MqttTransport {

    private final List<Connection> connections = new ArrayList<>();
    private boolean grantSubscriptions = true;

    @Override
    public CompletionStage<MqttConnection> connect(ConnectRequest request, MqttConnectionListener listener) {
        Connection connection = new Connection(request, listener);
        connections.add(connection);
        return connection.connecting;
    }

    /** From now on SUBSCRIBE is only answered by {@link Connection#lastSubscribe()}. */
    public void leaveSubscriptionsUnanswered() {
        grantSubscriptions = false;
    }

    /** @return how often somebody tried to connect */
    public int attempts() {
        return connections.size();
    }

    /** @return the latest attempt */
    public Connection last() {
        return connections.get(connections.size() - 1);
    }

    /** @return the attempt of that number, from 0 */
    public Connection attempt(int number) {
        return connections.get(number);
    }

    /** A PUBLISH; at QoS 1 it waits for its PUBACK. */
    public record Published(String topic, byte[] payload, int qos, CompletableFuture<Void> puback) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** One attempt and its connection. */
    public final class Connection implements MqttConnection {

        private final ConnectRequest request;
        private final MqttConnectionListener listener;
        private final CompletableFuture<MqttConnection> connecting = new CompletableFuture<>();
        private final List<Published> published = new ArrayList<>();
        private final List<String> subscribed = new ArrayList<>();
        private final List<String> unsubscribed = new ArrayList<>();
        private CompletableFuture<Void> lastSubscribe;
        private boolean disconnected;

        Connection(ConnectRequest request, MqttConnectionListener listener) {
            this.request = request;
            this.listener = listener;
        }

        public ConnectRequest request() {
            return request;
        }

        public void accept() {
            connecting.complete(this);
        }

        public void refuse(int returnCode) {
            connecting.completeExceptionally(new ConnectRefusedException(returnCode, null));
        }

        public void fail(Throwable cause) {
            connecting.completeExceptionally(cause);
        }

        public void lose() {
            listener.connectionLost(new java.io.EOFException("cut by test"));
        }

        public void deliver(String topic, String text, int qos, Runnable ack) {
            listener.messageArrived(new InboundMessage(topic, text.getBytes(StandardCharsets.UTF_8), qos, false, ack));
        }

        public List<Published> published() {
            return published;
        }

        public List<String> subscribed() {
            return subscribed;
        }

        public List<String> unsubscribed() {
            return unsubscribed;
        }

        public CompletableFuture<Void> lastSubscribe() {
            return lastSubscribe;
        }

        public boolean isDisconnected() {
            return disconnected;
        }

        @Override
        public boolean sessionPresent() {
            return false;
        }

        @Override
        public CompletionStage<Void> publish(String topic, byte[] payload, int qos) {
            CompletableFuture<Void> end =
                    qos == 0 ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
            Published message = new Published(topic, payload, qos, end);
            published.add(message);
            return message.puback();
        }

        @Override
        public CompletionStage<Void> subscribe(String topicFilter, int qos) {
            subscribed.add(topicFilter);
            lastSubscribe = grantSubscriptions ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
            return lastSubscribe;
        }

        @Override
        public CompletionStage<Void> unsubscribe(String topicFilter) {
            unsubscribed.add(topicFilter);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> disconnect() {
            disconnected = true;
            return CompletableFuture.completedFuture(null);
        }
    }
}
