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
package io.github.cameliotcloud.transport.hivemq;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.Mqtt3RxClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.unsubscribe.Mqtt3Unsubscribe;

import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.reactivex.Flowable;
import io.reactivex.disposables.Disposable;

/** One client object of the library, from CONNECT to its end. */
final class HiveMqConnection implements MqttConnection {

    // The library waits up to 10 s for the broker to close after DISCONNECT, then closes itself. Only a DISCONNECT that
    // cannot even be written, since the broker reads nothing any more, takes longer.
    private static final long LONGEST_DISCONNECT_SECONDS = 11;

    private final MqttConnectionListener listener;
    private final Mqtt3RxClient client;
    private final OpenFlows flows = new OpenFlows();
    private final Disposable inbox;
    private final CompletableFuture<MqttConnection> opened = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();
    private volatile boolean sessionPresent;

    HiveMqConnection(Mqtt3ClientBuilder settings, MqttConnectionListener listener) {
        this.listener = listener;
        this.client = settings.addDisconnectedListener(context -> lost(context.getCause()))
                .buildRx();
        this.inbox = client.publishes(MqttGlobalPublishFilter.ALL, true)
                .subscribe(new Inbox(listener, over)::arrived, ended -> {});
    }

    CompletionStage<MqttConnection> open(Mqtt3Connect connect, ConnectRequest request) {
        client.connect(connect).subscribe(this::connected, this::connectFailed);
        // the library's own bounds hold for TCP connect and for CONNACK separately
        return opened.orTimeout(request.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Failures.ofConnect(failure, request)));
    }

    private void connected(Mqtt3ConnAck connAck) {
        sessionPresent = connAck.isSessionPresent();
        Flushes.consolidate(client);
        if (!opened.complete(this)) {
            disconnect();
        }
    }

    private void connectFailed(Throwable failure) {
        free(failure);
        opened.completeExceptionally(failure);
    }

    private void lost(Throwable cause) {
        boolean wasOpen = opened.isDone() && !opened.isCompletedExceptionally();
        if (wasOpen && over.compareAndSet(false, true)) {
            free(cause);
            listener.connectionLost(cause);
        }
    }

    @Override
    public boolean sessionPresent() {
        return sessionPresent;
    }

    @Override
    public CompletionStage<Void> publish(String topic, byte[] payload, int qos) {
        return flows.start(stage -> client.publish(Flowable.just(Mqtt3Publish.builder()
                        .topic(topic)
                        .qos(MqttQos.fromCode(qos))
                        .payload(payload)
                        .build()))
                .subscribe(
                        result -> result.getError()
                                .ifPresentOrElse(stage::completeExceptionally, () -> stage.complete(null)),
                        stage::completeExceptionally));
    }

    @Override
    public CompletionStage<Void> subscribe(String topicFilter, int qos) {
        return flows.start(stage -> client.subscribe(Mqtt3Subscribe.builder()
                        .topicFilter(topicFilter)
                        .qos(MqttQos.fromCode(qos))
                        .build())
                .subscribe(
                        granted -> stage.complete(null),
                        failure -> stage.completeExceptionally(Failures.ofSubscribe(failure, topicFilter))));
    }

    @Override
    public CompletionStage<Void> unsubscribe(String topicFilter) {
        return flows.start(stage -> client.unsubscribe(
                        Mqtt3Unsubscribe.builder().topicFilter(topicFilter).build())
                .subscribe(() -> stage.complete(null), stage::completeExceptionally));
    }

    @Override
    public CompletionStage<Void> disconnect() {
        if (over.compareAndSet(false, true)) {
            Throwable closed = new IllegalStateException("this connection was closed by disconnect()");
            freed.completeOnTimeout(null, LONGEST_DISCONNECT_SECONDS, TimeUnit.SECONDS);
            client.disconnect().subscribe(() -> free(closed), failure -> free(closed));
        }
        return freed.minimalCompletionStage();
    }

    // Not before the socket is closed: without the inbox the library acknowledges what arrives, unseen by anyone.
    private void free(Throwable cause) {
        inbox.dispose();
        flows.end(cause);
        freed.complete(null);
    }
}
