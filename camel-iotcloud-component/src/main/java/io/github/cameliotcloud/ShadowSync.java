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
package io.github.cameliotcloud;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.apache.camel.spi.ExceptionHandler;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.session.SessionListener;
import io.github.cameliotcloud.shadow.ShadowClient;
import io.github.cameliotcloud.shadow.ShadowReply;

/** Gets the document after each connect, because the cloud does not store deltas; one request at a time. */
final class ShadowSync implements SessionListener {

    private final ShadowClient client;
    private final Duration limit;
    private final Consumer<ShadowReply> found;
    private final ExceptionHandler exceptionHandler;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean wanted = true;

    ShadowSync(ShadowClient client, Duration limit, Consumer<ShadowReply> found, ExceptionHandler exceptionHandler) {
        this.client = client;
        this.limit = limit;
        this.found = found;
        this.exceptionHandler = exceptionHandler;
    }

    @Override
    public void connected() {
        request();
    }

    /** Asks no more from now on, or asks again. */
    void setWanted(boolean wanted) {
        this.wanted = wanted;
    }

    /** Asks for the document unless that is under way. A request lost on the way is repeated. */
    void request() {
        if (wanted && asking.compareAndSet(false, true)) {
            client.get(limit).whenComplete((document, failure) -> {
                asking.set(false);
                if (failure == null) {
                    found.accept(document);
                } else if (failure instanceof TimeoutException) {
                    request(); // ends with the connection or with the consumer
                } else if (!(failure instanceof DeviceNotConnectedException)) {
                    exceptionHandler.handleException("Getting the shadow after connecting failed", failure);
                }
            });
        }
    }
}
