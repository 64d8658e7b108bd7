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
package io.github.cameliotcloud.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** One attempt to connect and, when it succeeds, the life of its connection. Events of an old attempt find no ear. */
final class Attempt implements MqttConnectionListener {

    /** What an attempt reports; on any thread. */
    interface Events {
        void opened(Attempt attempt, MqttConnection connection);

        void failed(Attempt attempt, Throwable failure);

        void lost(Attempt attempt, Throwable cause);

        void arrived(InboundMessage message);
    }

    private final Events events;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile Throwable lossCause;

    Attempt(Events events) {
        this.events = events;
    }

    private static ConnectRequest request(SessionSettings settings) {
        return new ConnectRequest(
                settings.brokerUrl(),
                settings.tls() == null ? null : settings.tls().next(),
                settings.credentials().next(),
                settings.cleanSession(),
                settings.keepAlive(),
                settings.connectTimeout());
    }

    /** Gets credentials, which may take as long as connecting itself, then connects. */
    void begin(SessionSettings settings, MqttTransport transport, SessionRuntime runtime) {
        Scheduler.Cancellable limit = runtime.scheduler()
                .after(
                        settings.connectTimeout().multipliedBy(2),
                        () -> events.failed(
                                this, new TimeoutException("no answer within twice " + settings.connectTimeout())));
        CompletableFuture.supplyAsync(() -> request(settings), runtime.blocking())
                .thenCompose(request -> transport.connect(request, this))
                .whenComplete((connection, failure) -> {
                    limit.cancel();
                    if (failure == null) {
                        events.opened(this, connection);
                    } else {
                        over.complete(null);
                        events.failed(this, AsyncFailures.unwrap(failure));
                    }
                });
    }

    /** @return why the connection is lost already, null while it is not */
    Throwable lossCause() {
        return lossCause;
    }

    /** Ends a connection that nobody wants any more. */
    void discard(MqttConnection connection) {
        connection.disconnect().whenComplete((done, failure) -> over.complete(null));
    }

    /** @return ends when this attempt holds no resources any more and never will again */
    CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void messageArrived(InboundMessage message) {
        events.arrived(message);
    }

    @Override
    public void connectionLost(Throwable cause) {
        lossCause = cause;
        over.complete(null);
        events.lost(this, cause);
    }
}
