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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultAsyncProducer;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.AsyncFailures;

/** Sends messages of a route to the cloud. Connected when it has started, or not started at all. */
final class IotCloudProducer extends DefaultAsyncProducer {

    private final IotCloudEndpoint endpoint;
    private final ServedDevices devices;
    private volatile Senders senders;
    private ProducerHealth health;

    IotCloudProducer(IotCloudEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.devices = endpoint.devices();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<Consumer<Message>> answer;
        try {
            answer = send(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        // the route goes on with Camel's thread: the MQTT library's has other devices to serve
        answer.whenCompleteAsync(
                (writeAnswer, failure) -> {
                    if (failure == null) {
                        writeAnswer.accept(exchange.getMessage());
                    } else {
                        exchange.setException(forRoutes(failure, exchange));
                    }
                    callback.done(false);
                },
                endpoint.getComponent().pools().producers());
        return false;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        senders = devices.newSenders();
        try {
            senders.open();
            health = ProducerHealth.register(endpoint, senders);
        } catch (Exception e) {
            doStop();
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (health != null) {
            health.unregister();
            health = null;
        }
        if (senders != null) {
            if (endpoint.getCamelContext().isStopping()) {
                devices.closing().await(senders.closeNow());
            } else {
                senders.close();
            }
            senders = null;
        }
        super.doStop();
    }

    private CompletableFuture<Consumer<Message>> send(Exchange exchange) throws Exception {
        DeviceIdentity device = devices.deviceOf(exchange.getMessage());
        Senders started = senders;
        ProducerLink link =
                started == null ? openForOne(device) : started.take(device).orElseGet(() -> openForOne(device));
        return link.send(exchange);
    }

    /** Camel's cache of producers may stop a producer between handing it out to a route and its use there. */
    private ProducerLink openForOne(DeviceIdentity device) {
        if (!endpoint.getComponent().isStarted()) {
            throw new IllegalStateException("The producer of " + device + " is stopped");
        }
        ProducerLink own = ProducerLink.openOnDemand(endpoint, device);
        own.close();
        return own;
    }

    private Throwable forRoutes(Throwable failure, Exchange exchange) {
        Throwable cause = AsyncFailures.unwrap(failure);
        return cause instanceof TimeoutException
                ? new ExchangeTimedOutException(
                        exchange, endpoint.requestTimeout().toMillis(), cause.getMessage())
                : cause;
    }
}
