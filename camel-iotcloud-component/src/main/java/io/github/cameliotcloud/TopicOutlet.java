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
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.session.DeviceSession;

/** Publishes the body to the endpoint's topic; leaves the message as it is. */
final class TopicOutlet implements Outlet {

    private static final Consumer<Message> UNCHANGED = message -> {};

    private final IotCloudEndpoint endpoint;
    private final DeviceSession session;
    private final Meters meters;
    private final String topic;

    TopicOutlet(IotCloudEndpoint endpoint, DeviceLink link) {
        this.endpoint = endpoint;
        this.session = link.session();
        this.meters = endpoint.getComponent().meters();
        this.topic = link.topic();
    }

    @Override
    public void open() {
        // publishing needs nothing but the connection
    }

    @Override
    public void awaitGranted() {
        // as above
    }

    @Override
    public boolean isGranted() {
        return true;
    }

    @Override
    public CompletableFuture<Consumer<Message>> send(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        int qos = message.getHeader(
                IotCloudConstants.QOS, endpoint.getConfiguration().getQos(), Integer.class);
        if (!OptionChecks.isQos(qos)) {
            throw new InvalidMessageException(
                    "header " + IotCloudConstants.QOS + "=" + qos + ": " + OptionChecks.QOS_RULE);
        }
        return session.publish(topic, message.getMandatoryBody(byte[].class), qos, endpoint.requestTimeout())
                .whenComplete((sent, failure) -> meters.published(endpoint.getChannel(), failure))
                .thenApply(sent -> UNCHANGED);
    }

    @Override
    public void close() {
        // holds nothing but the link
    }
}
