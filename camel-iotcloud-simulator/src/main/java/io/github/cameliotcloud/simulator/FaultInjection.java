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
package io.github.cameliotcloud.simulator;

import java.time.Duration;

import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceFaults;
import io.github.cameliotcloud.simulator.session.DeliveryOutcome;
import io.github.cameliotcloud.simulator.session.OutboundMessage;

/**
 * Makes the simulated cloud misbehave, to test how routes take it. Thread-safe; every switch is for one device and stays
 * until changed. All methods that name a device throw {@link IllegalArgumentException} when it is unknown.
 */
public final class FaultInjection {

    private final SimulatedCloud cloud;

    FaultInjection(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    /** Closes the device's TCP connection without DISCONNECT; does nothing when it is offline. */
    public void cutConnection(String product, String device) {
        cloud.channel(product, device).cut();
    }

    /**
     * Behaves as if another client had logged in as the device (protocol.md 2.6): its connection is closed as by a
     * newcomer, and the log says so. The newcomer is gone at once and leaves no trace: the session stays, and counters of
     * CONNECTs do not move. Does nothing when the device is offline.
     */
    public void secondLogin(String product, String device) {
        cloud.channel(product, device).secondLogin();
    }

    /**
     * Refuses the next CONNECTs of the device, whatever their credentials.
     *
     * @param count how many, 0 to stop
     * @param connackCode the return code, 1 to 5 (protocol.md 2.5)
     */
    public void refuseNextConnects(String product, String device, int count, int connackCode) {
        if (count < 0 || connackCode < 1 || connackCode > 5) {
            throw new IllegalArgumentException("The count is not negative, the CONNACK code is 1 to 5");
        }
        faults(product, device).refuseNextConnects(count, connackCode);
    }

    /** Applies shadow requests of the device, but does not answer them. */
    public void swallowShadowReplies(String product, String device, boolean on) {
        faults(product, device).swallowShadowReplies(on);
    }

    /**
     * Answers shadow requests of the device late. A delta that follows a late answer waits behind it.
     *
     * @param delay how late, up to 24 hours; zero switches the fault off
     */
    public void delayShadowReplies(String product, String device, Duration delay) {
        faults(product, device).delayShadowReplies(Requirements.delay(delay));
    }

    /** Takes QoS 1 messages of the device, but does not acknowledge them. */
    public void swallowPubAcks(String product, String device, boolean on) {
        faults(product, device).swallowPubAcks(on);
    }

    /**
     * Takes QoS 1 messages of the device at once, but acknowledges them late. PUBACKs keep their order; one that is due
     * after the end of its connection is never sent.
     *
     * @param delay how late, up to 24 hours; zero switches the fault off
     */
    public void delayPubAcks(String product, String device, Duration delay) {
        faults(product, device).delayPubAcks(Requirements.delay(delay));
    }

    /** Applies subscriptions of the device, but does not acknowledge them. */
    public void swallowSubAcks(String product, String device, boolean on) {
        faults(product, device).swallowSubAcks(on);
    }

    /**
     * Applies subscriptions of the device at once, but acknowledges them late: messages may come before the SUBACK. SUBACKs
     * keep their order; one that is due after the end of its connection is never sent.
     *
     * @param delay how late, up to 24 hours; zero switches the fault off
     */
    public void delaySubAcks(String product, String device, Duration delay) {
        faults(product, device).delaySubAcks(Requirements.delay(delay));
    }

    /**
     * Sends every message to the device twice, one right after the other: at QoS 1 the second with DUP and the packet
     * identifier of the first, which cannot be acknowledged yet; at QoS 0, shadow documents included, just twice.
     */
    public void duplicateMessages(String product, String device, boolean on) {
        faults(product, device).duplicateMessages(on);
    }

    /** Answers every SUBSCRIBE of the device with 0x80. */
    public void refuseSubscriptions(String product, String device, boolean on) {
        faults(product, device).refuseSubscriptions(on);
    }

    /**
     * Sends any bytes on any topic to an online device, whether it subscribed or not; at QoS 1 in order with other
     * messages, as the in-flight window allows.
     *
     * @param qos 0 or 1
     * @throws IllegalStateException when the device is offline or too many messages wait for it
     */
    public void sendRaw(String product, String device, String topic, byte[] payload, int qos) {
        Requirements.qos(qos);
        OutboundMessage message = new OutboundMessage(topic, payload.clone(), qos);
        DeliveryOutcome outcome = cloud.channel(product, device).deliverUnasked(message);
        if (outcome == DeliveryOutcome.OFFLINE) {
            throw new IllegalStateException("Device " + product + "/" + device + " is offline");
        }
        Requirements.taken(outcome, product, device);
    }

    /** Closes all MQTT ports and connections; shadows and sessions stay. Blocks until the ports are closed. */
    public void goAway() {
        cloud.goAway();
    }

    /**
     * Listens again on the same MQTT ports; does nothing when they are open. Blocks until they listen.
     *
     * @throws IllegalStateException when somebody else took a port
     */
    public void comeBack() {
        cloud.comeBack();
    }

    /**
     * Forgets all MQTT sessions, as after the loss of a broker's store. A device that is online stays connected, but has
     * no subscriptions any more; the next CONNECT of each device finds no session.
     */
    public void forgetSessions() {
        cloud.channels().all().forEach(DeviceChannel::forgetSession);
    }

    /**
     * Switches off every fault of every device and listens again, as {@link #comeBack}. Sessions and connections that are
     * gone stay gone, and a disabled device stays disabled.
     *
     * @throws IllegalStateException when somebody else took a port
     */
    public void reset() {
        cloud.channels().all().forEach(channel -> channel.faults().reset());
        comeBack();
    }

    private DeviceFaults faults(String product, String device) {
        return cloud.channel(product, device).faults();
    }
}
