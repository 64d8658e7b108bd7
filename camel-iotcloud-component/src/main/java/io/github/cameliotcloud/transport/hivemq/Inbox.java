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
package io.github.cameliotcloud.transport.hivemq;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;

import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnectionListener;

/** Passes messages on until the connection is over. What comes later stays unacknowledged, so the cloud repeats it. */
final class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final MqttConnectionListener listener;
    private final AtomicBoolean over;

    Inbox(MqttConnectionListener listener, AtomicBoolean over) {
        this.listener = listener;
        this.over = over;
    }

    // Whatever the listener throws must stop here: it would cancel the flow of messages, and from then on the library
    // would acknowledge messages that nobody gets.
    void arrived(Mqtt3Publish publish) {
        if (over.get()) {
            return;
        }
        try {
            listener.messageArrived(inbound(publish));
        } catch (Throwable e) {
            LOG.error("A message on {} could not be handed over, it stays unacknowledged", publish.getTopic(), e);
        }
    }

    // the library keeps the DUP flag to itself
    private InboundMessage inbound(Mqtt3Publish publish) {
        return new InboundMessage(
                publish.getTopic().toString(),
                publish.getPayloadAsBytes(),
                publish.getQos().getCode(),
                false,
                () -> acknowledge(publish));
    }

    private void acknowledge(Mqtt3Publish publish) {
        if (over.get()) {
            return;
        }
        try {
            publish.acknowledge();
        } catch (RuntimeException e) { // acknowledged before, or the event loop ended with the connection
            LOG.debug("A message on {} was not acknowledged: {}", publish.getTopic(), e.toString());
        }
    }
}
