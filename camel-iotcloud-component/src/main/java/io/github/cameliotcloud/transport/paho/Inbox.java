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
package io.github.cameliotcloud.transport.paho;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnectionListener;

/**
 * The one callback of a client. Passes messages on until the connection is over; what comes later stays unacknowledged,
 * so the cloud repeats it.
 */
final class Inbox implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final MqttAsyncClient client;
    private final MqttConnectionListener listener;
    private final AtomicBoolean over;
    private final Consumer<Throwable> lost;

    Inbox(MqttAsyncClient client, MqttConnectionListener listener, AtomicBoolean over, Consumer<Throwable> lost) {
        this.client = client;
        this.listener = listener;
        this.over = over;
        this.lost = lost;
    }

    // whatever is thrown out of here makes the library close the connection
    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (over.get()) {
            return;
        }
        try {
            listener.messageArrived(inbound(topic, message));
        } catch (Throwable e) {
            LOG.error("A message on {} could not be handed over, it stays unacknowledged", topic, e);
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        lost.accept(cause);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // each publish has a listener of its own
    }

    private InboundMessage inbound(String topic, MqttMessage message) {
        AtomicBoolean acknowledged = new AtomicBoolean();
        return new InboundMessage(topic, message.getPayload(), message.getQos(), message.isDuplicate(), () -> {
            // a second PUBACK could hit the next message that got the same packet id
            if (!over.get() && acknowledged.compareAndSet(false, true)) {
                acknowledge(message.getId(), message.getQos());
            }
        });
    }

    private void acknowledge(int packetId, int qos) {
        try {
            client.messageArrivedComplete(packetId, qos);
        } catch (MqttException | RuntimeException e) { // lost in this moment: the library then has null fields
            LOG.debug("Packet {} was not acknowledged: {}", packetId, e.toString());
        }
    }
}
