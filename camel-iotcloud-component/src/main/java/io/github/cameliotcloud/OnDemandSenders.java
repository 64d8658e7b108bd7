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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.Scheduler;

/** Devices that are connected when there is something to send, and let go when there was nothing for a while. */
final class OnDemandSenders implements Senders, DeviceMembers {

    private final IotCloudEndpoint endpoint;
    private final Consumer<DeviceIdentity> check;
    private final Duration idleTimeout;
    private final Scheduler scheduler;
    private final Map<DeviceIdentity, ProducerLink> links = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param check throws for a device that is not to be connected */
    OnDemandSenders(IotCloudEndpoint endpoint, Consumer<DeviceIdentity> check) {
        this.endpoint = endpoint;
        this.check = check;
        this.idleTimeout = Duration.ofMillis(endpoint.getConfiguration().getIdleTimeout());
        this.scheduler = endpoint.getComponent().pools().runtime().scheduler();
    }

    @Override
    public void open() {
        // there is nothing to send yet
    }

    @Override
    public Optional<ProducerLink> take(DeviceIdentity device) {
        check.accept(device);
        return Optional.ofNullable(links.compute(device, (identity, link) -> {
            if (link != null && link.begin()) {
                return link;
            }
            return closed ? null : opened(identity);
        }));
    }

    private ProducerLink opened(DeviceIdentity identity) {
        ProducerLink link = ProducerLink.openOnDemand(endpoint, identity);
        closeWhenIdle(identity, link, idleTimeout);
        return link;
    }

    private void closeWhenIdle(DeviceIdentity identity, ProducerLink link, Duration delay) {
        scheduler.after(delay, () -> {
            Duration rest = idleTimeout.minus(link.idle());
            if (links.get(identity) != link) {
                return;
            }
            if (rest.isZero() || rest.isNegative()) {
                links.remove(identity, link);
                link.close();
            } else {
                closeWhenIdle(identity, link, rest);
            }
        });
    }

    @Override
    public Collection<ProducerLink> all() {
        return List.copyOf(links.values());
    }

    @Override
    public Map<DeviceIdentity, RuntimeException> refused() {
        return Map.of();
    }

    @Override
    public void close() {
        removeAll().forEach(ProducerLink::close);
    }

    @Override
    public CompletableFuture<?>[] closeNow() {
        return removeAll().stream().map(ProducerLink::closeNow).toArray(CompletableFuture[]::new);
    }

    private Collection<ProducerLink> removeAll() {
        closed = true; // an exchange that is just opening a link is seen below, or sees this
        Collection<ProducerLink> rest = all();
        links.values().removeAll(rest);
        return rest;
    }

    @Override
    public AbstractHealthCheck healthCheck(String id) {
        return new FleetHealthCheck(id, this, endpoint.getConfiguration().getMinConnected());
    }
}
