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

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;

import io.github.cameliotcloud.session.SessionRuntime;

/**
 * The threads of the component, all of them Camel's: one pool moves sessions and timers and never runs user code, the
 * others run routes. Consumers and producers have separate ones, so that a consumer's route that waits for a producer's
 * reply does not wait for its own thread.
 */
final class Pools {

    /** Register a thread pool profile of this name to size the pools that run routes. */
    static final String PROFILE = "iotcloud";

    private static final int SESSION_THREADS = 2;
    private static final int ROUTE_THREADS = 10;

    private final ExecutorServiceManager manager;
    private final ScheduledExecutorService sessions;
    private final ExecutorService consumers;
    private final ExecutorService producers;
    private final SessionRuntime runtime;

    Pools(CamelContext context, InstantSource clock) {
        manager = context.getExecutorServiceManager();
        sessions = manager.newScheduledThreadPool(this, "IotCloudSession", SESSION_THREADS);
        ThreadPoolProfile profile = profile();
        consumers = manager.newThreadPool(this, "IotCloudConsumer", profile);
        producers = manager.newThreadPool(this, "IotCloudProducer", profile);
        runtime = new SessionRuntime(sessions, producers, new CamelScheduler(sessions), clock, new Random());
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
        manager.shutdown(sessions);
    }

    /** The queue needs no bound: a consumer has one task in it, and a full one would run routes on the MQTT thread. */
    private ThreadPoolProfile profile() {
        ThreadPoolProfile registered = manager.getThreadPoolProfile(PROFILE);
        if (registered != null) {
            return registered;
        }
        ThreadPoolProfile profile = new ThreadPoolProfile(PROFILE);
        profile.setPoolSize(ROUTE_THREADS);
        profile.setMaxPoolSize(ROUTE_THREADS);
        profile.setMaxQueueSize(-1);
        profile.setKeepAliveTime(60L);
        profile.setAllowCoreThreadTimeOut(true);
        return profile;
    }
}
