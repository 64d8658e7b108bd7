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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.testinfra.MosquittoService;

/** The contract with a broker that is not of this project, so that a simulator that is too kind is caught. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MosquittoTransportContract extends MqttTransportContract {

    @RegisterExtension
    static final MosquittoService MOSQUITTO = new MosquittoService();

    private MosquittoBroker broker;

    MosquittoTransportContract(String transport) {
        super(transport);
    }

    @BeforeAll
    void connectApplication() {
        broker = new MosquittoBroker(BrokerAddress.parse(MOSQUITTO.brokerUrl()));
    }

    @AfterAll
    void disconnectApplication() {
        if (broker != null) { // null when skipped
            broker.close();
        }
    }

    @Override
    final TestBroker broker() {
        return broker;
    }
}
