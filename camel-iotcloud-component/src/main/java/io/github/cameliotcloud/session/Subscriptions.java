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

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.SubscriptionRefusedException;

/** The subscriptions that a session wants, and how they get onto its connection. */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);

    private static final Duration TIME_TO_START_ROUTES = Duration.ofSeconds(60);

    private final SessionSettings settings;
    private final Executor actor;
    private final Supplier<LiveConnection> live;
    private final SubscriptionTable table;

    /** @param live the connection of the moment, or null; asked on the actor */
    Subscriptions(SessionSettings settings, InstantSource clock, Executor actor, Supplier<LiveConnection> live) {
        this.settings = settings;
        this.actor = actor;
        this.live = live;
        this.table = new SubscriptionTable(!settings.cleanSession(), clock);
    }

    Subscription want(String filter, int qos, MessageHandler handler) {
        SubscriptionEntry entry = table.add(filter, qos, handler);
        actor.execute(() -> {
            if (live.get() != null && !entry.isGranted()) {
                subscribe(live.get(), entry);
            }
        });
        return new Subscription() {
            @Override
            public CompletableFuture<Void> granted() {
                return entry.granted();
            }

            @Override
            public void cancel() {
                if (table.remove(filter, handler)) {
                    actor.execute(() -> unsubscribe(live.get(), filter));
                }
            }
        };
    }

    Set<String> filters() {
        return table.filters();
    }

    void route(InboundMessage message) {
        table.route(message);
    }

    /** Routes that start together with this one get some time before messages for nobody are dropped. */
    void connected(LiveConnection connection) {
        if (!settings.cleanSession()) {
            connection.later(TIME_TO_START_ROUTES, () -> actor.execute(table::dropStrangers));
        }
    }

    void connectionEnded() {
        table.connectionEnded();
    }

    /** @return ends when every wanted filter has been answered or has run out of time; never fails */
    CompletableFuture<Void> subscribeAll(LiveConnection connection) {
        table.entries().forEach(SubscriptionEntry::forgetGrant);
        return CompletableFuture.allOf(table.entries().stream()
                .map(entry -> subscribe(connection, entry))
                .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> subscribe(LiveConnection connection, SubscriptionEntry entry) {
        return connection
                .subscribe(entry.filter(), entry.qos(), settings.connectTimeout())
                .handle((done, failure) -> {
                    if (failure == null) {
                        entry.granted().complete(null);
                    } else if (!(failure instanceof DeviceNotConnectedException)) { // else the next connection tries
                        refused(entry, failure);
                        connection.later(settings.maxReconnectDelay(), () -> tryAgain(connection, entry));
                    }
                    return null;
                });
    }

    /** The topic may have been defined meanwhile; a route that was refused must not stay deaf for ever. */
    private void tryAgain(LiveConnection connection, SubscriptionEntry entry) {
        actor.execute(() -> {
            if (live.get() == connection && table.contains(entry) && !entry.isGranted()) {
                entry.forgetGrant();
                subscribe(connection, entry);
            }
        });
    }

    /** A persistent session keeps its subscription, so that the cloud goes on collecting messages. */
    private void unsubscribe(LiveConnection connection, String filter) {
        if (connection != null && settings.cleanSession() && !table.filters().contains(filter)) {
            connection.unsubscribe(filter, settings.connectTimeout()).exceptionally(failure -> {
                LOG.debug("Device {}: UNSUBSCRIBE {} failed", settings.identity(), filter, failure);
                return null;
            });
        }
    }

    private void refused(SubscriptionEntry entry, Throwable failure) {
        SubscriptionRefusedException refusal = failure instanceof SubscriptionRefusedException refused
                ? refused
                : new SubscriptionRefusedException(entry.filter(), "failed (" + failure.getMessage() + ")", failure);
        LOG.warn("Device {}: {}", settings.identity(), refusal.getMessage());
        entry.granted().completeExceptionally(refusal);
    }
}
