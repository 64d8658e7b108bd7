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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what Camel does for the consumer of a route only, for one that another consumer runs, such as {@code master:}:
 * shows its health, and lets exchanges end before it stops.
 */
final class RoutelessConsumer {

    /** The next owner of the devices may be about to connect them, so it is short. */
    static final Duration TIME_TO_END = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(RoutelessConsumer.class);

    private final DefaultConsumer consumer;
    private HealthCheck registered;

    RoutelessConsumer(DefaultConsumer consumer) {
        this.consumer = consumer;
    }

    /** @return unique in the Camel context */
    String healthCheckId() {
        return hasRoute() ? "consumer:iotcloud-" + consumer.getRouteId() : "consumer:" + consumer.getEndpoint();
    }

    void started(HealthCheck check) {
        HealthCheckRegistry registry = registry();
        if (!hasRoute() && registry != null && registry.register(check)) {
            registered = check;
        }
    }

    /** @param inWork ends when no exchange is in work */
    void stopping(CompletableFuture<Void> inWork) {
        if (!hasRoute()) {
            await(inWork);
        }
        if (registered != null) {
            registry().unregister(registered);
            registered = null;
        }
    }

    private boolean hasRoute() {
        return consumer.getRouteId() != null;
    }

    private HealthCheckRegistry registry() {
        return HealthCheckRegistry.get(consumer.getEndpoint().getCamelContext());
    }

    private void await(CompletableFuture<Void> inWork) {
        try {
            inWork.get(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn(
                    "{} stops while exchanges are in work that have not ended within {} ms; the cloud keeps their messages",
                    consumer.getEndpoint(),
                    TIME_TO_END.toMillis());
        }
    }
}
