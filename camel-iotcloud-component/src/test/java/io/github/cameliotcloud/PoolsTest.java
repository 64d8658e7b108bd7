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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.session.Scheduler;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.JavaRoutes;

class PoolsTest {

    private static final int MORE_THAN_THREADS = 100;
    private static final int LARGE_FLEET = 20_000;

    @Test
    void busyRoutesNeverRunOnTheThreadThatBringsTheirMessage() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Pools pools = new Pools(camel, Clock.systemUTC(), 0);
            assertThat(threadsThatRun(pools.consumers())).doesNotContain(Thread.currentThread());
            assertThat(threadsThatRun(pools.producers())).doesNotContain(Thread.currentThread());
            pools.shutdown();
        }
    }

    @Test
    void busyRoutesDoNotKeepASessionFromItsSecret() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Pools pools = new Pools(camel, Clock.systemUTC(), 0);
            CompletableFuture<Void> routesEnd = new CompletableFuture<>();
            for (int i = 0; i < MORE_THAN_THREADS; i++) {
                pools.consumers().execute(routesEnd::join);
                pools.producers().execute(routesEnd::join);
            }
            assertThat(CompletableFuture.runAsync(() -> {}, pools.runtime().blocking()))
                    .succeedsWithin(Duration.ofSeconds(5));
            routesEnd.complete(null);
            pools.shutdown();
        }
    }

    @Test
    void sessionsOfALargeFleetMayAllWaitAtOnce() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Pools pools = new Pools(camel, Clock.systemUTC(), 0);
            Scheduler scheduler = pools.runtime().scheduler();
            CompletableFuture<Void> busy = new CompletableFuture<>();
            CountDownLatch ran = new CountDownLatch(LARGE_FLEET);
            for (int i = 0; i < LARGE_FLEET; i++) {
                scheduler.after(Duration.ofHours(1), () -> {});
                pools.runtime().executor().execute(() -> {
                    busy.join();
                    ran.countDown();
                });
            }
            busy.complete(null);
            assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
            pools.shutdown();
        }
    }

    @Test
    void timersThatNobodyWaitsForDoNotKeepTheThreads() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Pools pools = new Pools(camel, Clock.systemUTC(), 0);
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            pools.runtime().scheduler().after(Duration.ofHours(1), () -> {});
            pools.runtime().executor().execute(() -> ran.complete(Thread.currentThread()));
            Thread thread = ran.join();
            pools.shutdown();
            thread.join(5_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void profileOfTheOperationsPageSizesThem() throws Exception {
        String listing = "var context = getContext();\n" + DocsSnippet.of("operations.adoc", "pool");
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            JavaRoutes.compile(Map.of("pool", listing)).get("pool").addRoutesToCamelContext(camel);
            Pools pools = new Pools(camel, Clock.systemUTC(), 0);
            assertThat(Set.copyOf(threadsThatRun(pools.consumers()))).hasSize(50);
            pools.shutdown();
        }
    }

    private static List<Thread> threadsThatRun(ExecutorService pool) {
        CompletableFuture<Void> allAreGiven = new CompletableFuture<>();
        List<CompletableFuture<Thread>> runs = IntStream.range(0, MORE_THAN_THREADS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            allAreGiven
                                    .completeOnTimeout(null, 5, TimeUnit.SECONDS)
                                    .join();
                            return Thread.currentThread();
                        },
                        pool))
                .toList();
        allAreGiven.complete(null);
        return runs.stream().map(CompletableFuture::join).toList();
    }
}
