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

import java.util.concurrent.CompletableFuture;

import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.LogLimit;
import io.github.cameliotcloud.session.Subscription;

/** The messages of one topic filter. A QoS 1 message is acknowledged when the route is done with it. */
final class TopicInlet implements Inlet {

    private static final Logger LOG = LoggerFactory.getLogger(TopicInlet.class);

    private final IotCloudEndpoint endpoint;
    private final DeviceLink link;
    private final QueueShare queue;
    private final LogLimit drops;
    private Subscription subscription;

    TopicInlet(IotCloudEndpoint endpoint, DeviceLink link, QueueShare queue) {
        this.endpoint = endpoint;
        this.link = link;
        this.queue = queue;
        this.drops = new LogLimit(endpoint.getComponent().time());
    }

    @Override
    public void open() {
        subscription = link.session()
                .subscribe(link.topic(), endpoint.getConfiguration().getQos(), this::arrived);
    }

    @Override
    public boolean isGranted() {
        return link.isGranted(subscription);
    }

    @Override
    public void awaitGranted() throws Exception {
        link.await(subscription);
    }

    @Override
    public void pause() {
        close();
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
            subscription = null;
        }
    }

    private void arrived(InboundMessage inbound) {
        if (inbound.qos() == 0 && queue.isFull()) {
            drops.log(count -> LOG.warn(
                    "Device {}: QoS 0 messages on {} are dropped, {} wait for the route already; use qos=1 to have the"
                            + " cloud wait ({} dropped)",
                    link.device(),
                    link.topic(),
                    queue.size(),
                    count));
            return;
        }
        queue.add(inbound.topic(), exchange -> fill(exchange.getMessage(), inbound), exchange -> {
            if (queue.isRefusedByStop(exchange)) {
                return CompletableFuture.completedFuture(
                        null); // not acknowledged: the cloud keeps it for the next owner
            }
            if (!exchange.isFailed() || endpoint.getConfiguration().getOnFailure() == FailureAction.ACKNOWLEDGE) {
                inbound.acknowledge();
            } else {
                link.session().requestRedelivery("a message on " + inbound.printableTopic() + " has failed");
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    private void fill(Message message, InboundMessage inbound) {
        DeviceIdentity identity = link.device();
        message.setBody(inbound.payload());
        message.setHeader(IotCloudConstants.PRODUCT, identity.product());
        message.setHeader(IotCloudConstants.DEVICE, identity.device());
        message.setHeader(IotCloudConstants.TOPIC, inbound.topic());
        message.setHeader(IotCloudConstants.QOS, inbound.qos());
    }
}
