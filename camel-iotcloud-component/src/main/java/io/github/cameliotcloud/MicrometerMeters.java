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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.camel.CamelContext;

import io.github.cameliotcloud.session.AsyncFailures;
import io.github.cameliotcloud.session.SessionRegistry;
import io.github.cameliotcloud.session.SessionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Meters in a Micrometer registry. No meter has a tag for the device: a fleet would make one time series for each. The
 * only class that imports Micrometer, so that nothing fails where it is missing.
 */
final class MicrometerMeters implements Meters {

    static final String SESSIONS = "camel.iotcloud.sessions";
    static final String RECONNECTS = "camel.iotcloud.reconnects";
    static final String PUBLISHES = "camel.iotcloud.publishes";
    static final String DELTAS = "camel.iotcloud.deltas";
    static final String SHADOW_REQUESTS = "camel.iotcloud.shadow.requests";

    private static final String CONTEXT = "camelContext";

    private final MeterRegistry registry;
    private final List<Gauge> sessions;
    private final Counter reconnects;
    private final Counter deltas;
    private final MeterProvider<Counter> publishes;
    private final MeterProvider<Timer> shadowRequests;

    /** @return meters in the one Micrometer registry that the Camel context knows, or none */
    static Meters find(CamelContext context, SessionRegistry inUse) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        return registry == null ? NONE : new MicrometerMeters(registry, context.getName(), inUse);
    }

    MicrometerMeters(MeterRegistry registry, String context, SessionRegistry inUse) {
        this.registry = registry;
        Tags tags = Tags.of(CONTEXT, context);
        this.sessions = Arrays.stream(SessionState.values())
                .map(state -> Gauge.builder(SESSIONS, inUse, all -> count(all, state))
                        .description("Devices whose session is in this state")
                        .tags(tags)
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .register(registry))
                .toList();
        this.reconnects = Counter.builder(RECONNECTS)
                .description("Connections after the first one of a session")
                .tags(tags)
                .register(registry);
        this.deltas = Counter.builder(DELTAS)
                .description("Deltas that went to a route, pushed by the cloud or found after a connect")
                .tags(tags)
                .register(registry);
        this.publishes = Counter.builder(PUBLISHES)
                .description("Messages published by event, data and topic producers")
                .tags(tags)
                .withRegistry(registry);
        this.shadowRequests = Timer.builder(SHADOW_REQUESTS)
                .description("Shadow requests, from the call to the reply")
                .tags(tags)
                .withRegistry(registry);
    }

    @Override
    public void reconnected() {
        reconnects.increment();
    }

    @Override
    public void published(Channel channel, Throwable failure) {
        publishes
                .withTags(Tags.of(Tag.of("channel", channel.uriName()), exception(failure)))
                .increment();
    }

    @Override
    public void delta() {
        deltas.increment();
    }

    @Override
    public void shadowRequest(String type, Duration taken, Throwable failure) {
        shadowRequests
                .withTags(Tags.of(Tag.of("type", type), exception(failure)))
                .record(taken);
    }

    /** Counters stay: what they counted has happened. */
    @Override
    public void close() {
        sessions.forEach(registry::remove);
    }

    private static long count(SessionRegistry inUse, SessionState state) {
        return inUse.sessions().stream()
                .filter(session -> session.status().state() == state)
                .count();
    }

    private static Tag exception(Throwable failure) {
        return Tag.of(
                "exception",
                failure == null
                        ? "none"
                        : AsyncFailures.unwrap(failure).getClass().getSimpleName());
    }
}
