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
package io.github.cameliotcloud.transport;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.transport.SimulatorBroker.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.session.BrokerProtocol;
import io.github.cameliotcloud.session.MqttConnection;

/** The contract, and what a cloud does that an anonymous Mosquitto cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SimulatorTransportContract extends MqttTransportContract {

    private final BrokerProtocol protocol;
    private SimulatorBroker broker;

    SimulatorTransportContract(String transport, BrokerProtocol protocol) {
        super(transport);
        this.protocol = protocol;
    }

    @BeforeAll
    void startSimulator() {
        broker = new SimulatorBroker(protocol);
    }

    @AfterAll
    void stopSimulator() {
        broker.close();
    }

    @Override
    final SimulatorBroker broker() {
        return broker;
    }

    @Test
    void wrongSecretIsRefusedWithCode4() {
        assertRefused(() -> end(connect(broker.login(device(), "d3Jvbmc=", true))), 4);
    }

    @Test
    void unknownDeviceIsRefusedWithCode2() {
        assertRefused(() -> end(connect(broker.login("stranger", true))), 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void refusalCodeOfTheCloudIsKept(int code) {
        broker.faults().refuseNextConnects(PRODUCT, device(), 1, code);

        assertRefused(() -> end(connect(broker.login(device(), true))), code);
    }

    @Test
    void refusalLeavesNoThread() {
        MqttThreads threads = new MqttThreads();
        broker.faults().refuseNextConnects(PRODUCT, device(), 1, 5);

        assertRefused(() -> end(connect(broker.login(device(), true))), 5);

        await().untilAsserted(() -> assertThat(threads.added()).isEmpty());
    }

    @Test
    void refusedSubscriptionFailsTheStageAndNamesTheFilter() throws Exception {
        MqttConnection connection = open(RecordingListener.keeping());
        broker.faults().refuseSubscriptions(PRODUCT, device(), true);

        assertThatThrownBy(() -> end(connection.subscribe(broker.downTopic(device()), 1)))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SubscriptionRefusedException.class,
                        refusal -> assertThat(refusal.topicFilter()).isEqualTo(broker.downTopic(device())));
        connection.disconnect();
    }

    @Test
    void publishWithoutPubackFailsWhenTheConnectionIsLost() throws Exception {
        RecordingListener listener = RecordingListener.keeping();
        MqttConnection connection = openPersistent(listener);
        broker.faults().swallowPubAcks(PRODUCT, device(), true);
        CompletionStage<Void> publish = connection.publish(broker.upTopic(device()), text("x"), 1);
        await().until(() -> broker.received(device()).size() == 1);
        assertThat(publish).isNotDone();

        broker.cut(device());

        assertThatThrownBy(() -> end(publish)).isInstanceOf(ExecutionException.class);
        await().untilAsserted(() -> assertThat(listener.losses()).hasSize(1));
    }

    private static void assertRefused(ThrowingCallable connect, int code) {
        assertThatThrownBy(connect)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ConnectRefusedException.class,
                        refusal -> assertThat(refusal.returnCode()).isEqualTo(code));
    }
}
