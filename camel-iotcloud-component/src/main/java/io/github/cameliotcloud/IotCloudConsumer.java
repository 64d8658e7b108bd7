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

import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/**
 * Brings messages of the cloud into a route, in order. Connected and subscribed when it has started, or not started at
 * all.
 */
final class IotCloudConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final IotCloudEndpoint endpoint;
    private final RoutelessConsumer routeless = new RoutelessConsumer(this);
    private ExchangeQueue queue;
    private Receivers receivers;

    IotCloudConsumer(IotCloudEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        // what a user configures takes its place
        setExceptionHandler(new CalmExceptionHandler(
                getExceptionHandler(), endpoint.getComponent().time()));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        queue = new ExchangeQueue(
                this,
                endpoint.getComponent().pools().consumers(),
                endpoint.getConfiguration().getMaxInFlight());
        receivers = endpoint.devices().newReceivers(queue, getExceptionHandler());
        try {
            receivers.receive();
            setHealthCheck(healthCheck());
            routeless.started(getHealthCheck());
        } catch (Exception e) {
            doStop();
            throw e;
        }
    }

    /** Takes no new messages; the ones in work go on. */
    @Override
    protected void doSuspend() {
        receivers.pause();
    }

    @Override
    protected void doResume() throws Exception {
        receivers.receive();
    }

    @Override
    protected void doStop() throws Exception {
        if (receivers != null) {
            receivers.pause();
            routeless.stopping(queue.close());
            receivers.close();
            receivers = null;
        }
        super.doStop();
    }

    private HealthCheck healthCheck() {
        AbstractHealthCheck check = receivers.healthCheck(routeless.healthCheckId());
        check.setEnabled(endpoint.getComponent().isHealthCheckConsumerEnabled());
        return check;
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return queue == null ? 0 : queue.size();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing to prepare: suspend stops the inflow, the queue drains by itself
    }
}
