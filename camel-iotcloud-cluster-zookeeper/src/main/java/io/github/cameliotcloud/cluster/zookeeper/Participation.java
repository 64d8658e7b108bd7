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
package io.github.cameliotcloud.cluster.zookeeper;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryForever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that exists from the start of a service to its stop. */
final class Participation {

    private static final Logger LOG = LoggerFactory.getLogger(Participation.class);
    private static final int RETRY_MILLIS = 500;
    /** Enough for the recipe to see that it is closed, which it has to before its client is. */
    private static final int NO_ANSWER_MILLIS = 200;

    private final CamelContext camelContext;
    private final Settings settings;
    private final Views views;
    private final CuratorFramework client;
    private final boolean ownClient;
    private final ConnectionWatch connection;
    private final ExecutorService pool;
    private final ScheduledExecutorService timer;
    private final Group group;
    private final Balancer balancer;
    private final GroupWatch watch;
    private final ClusterNode node;
    private final ClusterHealthCheck health;

    Participation(BalancedZooKeeperClusterService service, Settings settings, Views views, CuratorFramework given) {
        if (given != null) {
            ConnectionWatch.checkGiven(given);
        }
        this.camelContext = service.getCamelContext();
        this.settings = settings;
        this.views = views;
        this.ownClient = given == null;
        this.client = ownClient ? newClient(settings) : given;
        this.connection = new ConnectionWatch(client);
        this.pool = camelContext.getExecutorServiceManager().newCachedThreadPool(service, "ClusterNamespaces");
        this.timer = camelContext.getExecutorServiceManager().newSingleThreadScheduledExecutor(service, "ClusterTimer");
        this.group = new Group(client, settings.basePath() + "/members", settings.id());
        this.balancer = new Balancer(camelContext, service, views, group, connection, settings.rebalancePeriod());
        this.watch = new GroupWatch(
                group,
                views,
                connection,
                new GroupCheck(settings.id(), group.name(), 2L * settings.sessionTimeout(), Participation::nowMillis));
        this.node = new ClusterNode(service);
        this.health = new ClusterHealthCheck(service);
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static CuratorFramework newClient(Settings settings) {
        return CuratorFrameworkFactory.builder()
                .connectString(settings.nodes())
                .sessionTimeoutMs(settings.sessionTimeout())
                .connectionTimeoutMs(settings.connectionTimeout())
                .retryPolicy(new RetryForever(RETRY_MILLIS))
                .build();
    }

    void start() throws Exception {
        client.getConnectionStateListenable().addListener(connection);
        if (ownClient) {
            client.start();
        }
        group.start();
        views.start(this::newElection);
        balancer.start();
        schedule(connection::reportIfNotConnected, settings.connectionTimeout());
        timer.scheduleWithFixedDelay(watch, 0, settings.rebalancePeriod(), TimeUnit.MILLISECONDS);
        camelContext.addService(node, false);
        HealthCheckRegistry registry = HealthCheckRegistry.get(camelContext);
        if (registry != null) {
            registry.register(health);
        }
    }

    private Election newElection(NamespaceView view) {
        return new Election(
                view.getNamespace(),
                new SerialExecutor(pool),
                this::schedule,
                this::openLatch,
                settings.takeOverDelay(),
                view::tellListeners);
    }

    private Latch openLatch(String namespace, Latch.Listener listener, Executor executor) {
        String path = settings.basePath() + "/leaders/" + URLEncoder.encode(namespace, StandardCharsets.UTF_8);
        return CuratorLatch.open(client, path, settings.id(), listener, executor);
    }

    private Timers.Timeout schedule(Runnable task, long millis) {
        try {
            Future<?> future = timer.schedule(task, millis, TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    /** Lets go of everything, in parallel; waits for it, but not longer than {@code takeOverDelay} and a session. */
    void stop() throws Exception {
        camelContext.removeService(node);
        HealthCheckRegistry registry = HealthCheckRegistry.get(camelContext);
        if (registry != null) {
            registry.unregister(health);
        }
        ServiceHelper.stopService(balancer);
        views.stop();
        CompletableFuture<?>[] ends = views.all().stream()
                .filter(view -> view.election() != null)
                .map(view -> view.election().end())
                .toArray(CompletableFuture[]::new);
        long bound = settings.takeOverDelay() + settings.sessionTimeout();
        try {
            CompletableFuture.allOf(ends).get(bound, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("What depends on the cluster has not stopped within {} ms; others take over now", bound);
        }
        views.all().forEach(view -> view.join(null));
        client.getConnectionStateListenable().removeListener(connection);
        leaveGroup();
        if (ownClient) {
            client.close();
        }
        camelContext.getExecutorServiceManager().shutdownNow(timer);
        camelContext.getExecutorServiceManager().shutdownNow(pool);
    }

    /**
     * Curator waits for ZooKeeper's answer, without a connection for ever; this node does not. What is left ends with
     * the session.
     */
    private void leaveGroup() {
        long bound = connection.isConnected() ? settings.connectionTimeout() : NO_ANSWER_MILLIS;
        try {
            CompletableFuture.runAsync(group::close, pool).get(bound, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Listed as a member until the session ends", e);
        }
    }

    boolean isConnected() {
        return connection.isConnected();
    }

    Group group() {
        return group;
    }
}
