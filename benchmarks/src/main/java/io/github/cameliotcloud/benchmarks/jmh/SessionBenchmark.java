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
package io.github.cameliotcloud.benchmarks.jmh;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRate;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnection;
import io.github.cameliotcloud.session.MqttConnectionListener;
import io.github.cameliotcloud.session.Scheduler;
import io.github.cameliotcloud.session.SessionRuntime;
import io.github.cameliotcloud.session.SessionSettings;
import io.github.cameliotcloud.session.StatusLog;

/** What a session adds to each message, on a connection that answers at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SessionBenchmark {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] BODY = new byte[48];
    private static final String EVENT = "BENCHMARK1/dev-00000/event";
    private static final String CONTROL = "BENCHMARK1/dev-00000/control";

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(2);
    private final CompletableFuture<MqttConnectionListener> listener = new CompletableFuture<>();
    private DeviceSession session;
    private MqttConnectionListener connection;
    private Blackhole sink;

    /** Connects and subscribes. */
    @Setup
    public void connect(Blackhole blackhole) {
        sink = blackhole;
        timers.setRemoveOnCancelPolicy(true);
        Scheduler scheduler = new PoolTimers(timers);
        session = new DeviceSession(
                new SessionSettings(
                        new DeviceIdentity("BENCHMARK1", "dev-00000"),
                        BrokerAddress.tcp("localhost", 1883),
                        null,
                        "none",
                        null,
                        () -> new Credentials("client", "user", "password"),
                        true,
                        Duration.ofSeconds(240),
                        LIMIT,
                        LIMIT,
                        LIMIT,
                        0),
                (request, events) -> {
                    listener.complete(events);
                    return CompletableFuture.completedFuture(new AnsweringConnection());
                },
                new SessionRuntime(
                        timers,
                        timers,
                        scheduler,
                        new ConnectRate(0, scheduler, new Random()),
                        InstantSource.system(),
                        new Random(),
                        new StatusLog(scheduler)));
        session.subscribe(CONTROL, 1, message -> {
            sink.consume(message.payload());
            message.acknowledge();
        });
        session.start().join();
        connection = listener.join();
    }

    /** Ends the timers. */
    @TearDown
    public void disconnect() {
        session.close().join();
        timers.shutdownNow();
    }

    /** From the producer to the library and back. */
    @Benchmark
    public CompletableFuture<Void> publish() {
        return session.publish(EVENT, BODY, 1, LIMIT);
    }

    /** From the library to the one who wants the topic. */
    @Benchmark
    public void routeIncomingMessage() {
        connection.messageArrived(new InboundMessage(CONTROL, BODY, 1, false, () -> sink.consume(BODY)));
    }

    private record PoolTimers(ScheduledThreadPoolExecutor pool) implements Scheduler {

        @Override
        public Cancellable after(Duration delay, Runnable task) {
            Future<?> scheduled = pool.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    private static final class AnsweringConnection implements MqttConnection {

        @Override
        public boolean sessionPresent() {
            return false;
        }

        @Override
        public CompletionStage<Void> publish(String topic, byte[] payload, int qos) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> subscribe(String topicFilter, int qos) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> unsubscribe(String topicFilter) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> disconnect() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
