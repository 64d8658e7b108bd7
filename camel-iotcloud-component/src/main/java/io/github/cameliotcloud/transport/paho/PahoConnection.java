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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;

import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;

/** One client object of the library, from CONNECT to its end. */
final class PahoConnection implements MqttConnection {

    private static final int REFUSED = 0x80;

    private final GuardedClient client;
    private final MqttConnectionListener listener;
    private final CompletableFuture<MqttConnection> opened = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();
    private volatile boolean sessionPresent;

    PahoConnection(GuardedClient client, MqttConnectionListener listener) {
        this.client = client;
        this.listener = listener;
    }

    CompletionStage<MqttConnection> open(MqttConnectOptions options, ConnectRequest request) throws MqttException {
        client.setManualAcks(true);
        client.setCallback(new Inbox(client, listener, over, this::lost));
        client.connect(options, null, new Answer(this::connected, this::connectFailed));
        // the library itself waits for CONNACK for ever
        return opened.orTimeout(request.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> {
                    over.set(true);
                    client.giveUp();
                    return CompletableFuture.failedFuture(Failures.ofConnect(failure, request));
                });
    }

    private void connected(IMqttToken connAck) {
        sessionPresent = connAck.getSessionPresent();
        opened.complete(this);
    }

    private void connectFailed(Throwable failure) {
        Shutdown.close(client);
        opened.completeExceptionally(failure);
    }

    // The library drops the news of CONNACK 0 when the connection is lost right behind it, so this may be the first to
    // be heard.
    private void lost(Throwable cause) {
        Shutdown.close(client);
        boolean wasOpen = !opened.completeExceptionally(cause) && !opened.isCompletedExceptionally();
        if (over.compareAndSet(false, true)) {
            freed.complete(null);
            if (wasOpen) {
                listener.connectionLost(cause);
            }
        }
    }

    @Override
    public boolean sessionPresent() {
        return sessionPresent;
    }

    @Override
    public CompletionStage<Void> publish(String topic, byte[] payload, int qos) {
        return ask(answer -> client.publish(topic, payload, qos, false, null, answer), puback -> null);
    }

    @Override
    public CompletionStage<Void> subscribe(String topicFilter, int qos) {
        return ask(
                answer -> client.subscribe(topicFilter, qos, null, answer),
                subAck -> subAck.getGrantedQos()[0] == REFUSED
                        ? new SubscriptionRefusedException(topicFilter, "was refused", null)
                        : null);
    }

    @Override
    public CompletionStage<Void> unsubscribe(String topicFilter) {
        return ask(answer -> client.unsubscribe(topicFilter, null, answer), unsubAck -> null);
    }

    @Override
    public CompletionStage<Void> disconnect() {
        if (over.compareAndSet(false, true)) {
            Shutdown.disconnect(client, () -> freed.complete(null));
        }
        return freed.minimalCompletionStage();
    }

    private static CompletableFuture<Void> ask(Question question, Verdict verdict) {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        try {
            question.send(new Answer(
                    token -> {
                        Throwable refusal = verdict.on(token);
                        if (refusal == null) {
                            stage.complete(null);
                        } else {
                            stage.completeExceptionally(refusal);
                        }
                    },
                    failure -> stage.completeExceptionally(Failures.ofRequest(failure))));
        } catch (MqttException | RuntimeException e) {
            stage.completeExceptionally(Failures.ofRequest(e));
        }
        return stage;
    }

    private interface Question {
        void send(Answer answer) throws MqttException;
    }

    private interface Verdict {
        /** @return why the answer means no, null when it means yes */
        Throwable on(IMqttToken token);
    }
}
