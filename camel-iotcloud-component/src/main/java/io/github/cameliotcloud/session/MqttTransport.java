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
package io.github.cameliotcloud.session;

import java.util.concurrent.CompletionStage;

/**
 * The port to an MQTT 3.1.1 library. An adapter never reconnects, never resubscribes, never remembers credentials:
 * all of that is the work of {@link DeviceSession}.
 */
public interface MqttTransport {

    /**
     * Opens one connection with a client object of its own. Returns at once.
     *
     * <p>The stage ends exactly once: with the connection after CONNACK 0, with
     * {@link io.github.cameliotcloud.error.ConnectRefusedException} after another CONNACK, or with the library's
     * exception when there is no answer. After a failure nothing is left behind: no socket, no thread, no timer.
     *
     * @param request  where and with what to connect; will, retain and QoS 2 do not exist
     * @param listener told of messages and of the end of this connection; in place before CONNECT is sent, so that no
     *                 message of a resumed session can be missed
     * @return the connection to be
     */
    CompletionStage<MqttConnection> connect(ConnectRequest request, MqttConnectionListener listener);
}
