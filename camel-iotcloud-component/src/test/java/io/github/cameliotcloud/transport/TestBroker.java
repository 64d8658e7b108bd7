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

import java.util.List;

import io.github.cameliotcloud.session.ConnectRequest;

/** A broker as the contract needs it: the far side of a connection. */
interface TestBroker extends AutoCloseable {

    /** @return a device that no test has used yet */
    String newDevice();

    /** @return what connects the device, with credentials made now */
    ConnectRequest login(String device, boolean cleanSession);

    /** @return the topic on which the device may publish */
    String upTopic(String device);

    /** @return the topic to which the device may subscribe, and {@link #send} publishes */
    String downTopic(String device);

    void send(String device, byte[] payload, int qos);

    /** @return what arrived on the device's {@link #upTopic} */
    List<byte[]> received(String device);

    /** Ends the device's connection without a word. */
    void cut(String device);

    @Override
    void close();
}
