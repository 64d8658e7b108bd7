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

import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;

import io.github.cameliotcloud.session.ConnectRate;
import io.github.cameliotcloud.session.Scheduler;
import io.github.cameliotcloud.session.SessionRuntime;
import io.github.cameliotcloud.session.StatusLog;

/**
 * The threads of the component, all of them Camel's: one pool moves sessions and timers and never runs user code, one
 * asks for secrets, the others run routes. Consumers and producers have separate ones, so that a consumer's route that
 * waits for a producer's reply does not wait for its own thread.
 */
final class Pools {

    /** Register a thread pool profile of this name to size the pools that run routes. */
    static final String PROFILE = "iotcloud";

    private static final int SESSION_THREADS = 2;
    private static final int ROUTE_THREADS = 10;
    private static final int SECRET_THREADS = 2;

    private final ExecutorServiceManager manager;
    private final ScheduledExecutorService sessions;
    private final ExecutorService consumers;
    private final ExecutorService producers;
    private final ExecutorService secrets;
    private final SessionRuntime runtime;

    /** @param connectRate connection attempts per second of all sessions, 0 for no limit */
    Pools(CamelContext context, InstantSource clock, int connectRate) {
        manager = context.getExecutorServiceManager();
        // by default Camel's scheduled pools refuse the 1,000th task: a timer of a message, or a device of a fleet
        sessions = manager.newScheduledThreadPool(this, "IotCloudSession", sized(SESSION_THREADS));
        ThreadPoolProfile profile = profile();
        consumers = manager.newThreadPool(this, "IotCloudConsumer", profile);
        producers = manager.newThreadPool(this, "IotCloudProducer", profile);
        // apart from routes: a session whose secret waits for a busy route would not come back while they are busy
        secrets = manager.newThreadPool(this, "IotCloudSecret", sized(SECRET_THREADS));
        Scheduler scheduler = new CamelScheduler(sessions);
        Random random = new Random();
        runtime = new SessionRuntime(
                sessions,
                secrets,
                scheduler,
                new ConnectRate(connectRate, scheduler, random),
                clock,
                random,
                new StatusLog(scheduler));
    }

    SessionRuntime runtime() {
        return runtime;
    }

    ExecutorService consumers() {
        return consumers;
    }

    ExecutorService producers() {
        return producers;
    }

    void shutdown() {
        manager.shutdown(consumers);
        manager.shutdown(producers);
        manager.shutdown(secrets);
        forgetTimers(sessions);
        manager.shutdown(sessions);
    }

    /** Nobody waits for them any more, and a pool keeps its threads until the last one has fallen due. */
    private static void forgetTimers(ScheduledExecutorService pool) {
        if (pool instanceof SizedScheduledExecutorService sized) {
            forgetTimers(sized.getScheduledThreadPoolExecutor());
        } else if (pool instanceof ScheduledThreadPoolExecutor timers) { // what Camel makes for virtual threads
            timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }
    }

    /**
     * The queue has no bound: a consumer has one task in it, and a full one would run routes on the thread that brings
     * the message or its end. (Camel takes -1 for no queue at all.)
     */
    private ThreadPoolProfile profile() {
        ThreadPoolProfile registered = manager.getThreadPoolProfile(PROFILE);
        return registered == null ? sized(ROUTE_THREADS) : registered;
    }

    private static ThreadPoolProfile sized(int threads) {
        ThreadPoolProfile profile = new ThreadPoolProfile(PROFILE);
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setKeepAliveTime(60L);
        profile.setAllowCoreThreadTimeOut(true);
        return profile;
    }
}
