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
package io.github.cameliotcloud.simulator.mqtt;

import io.github.cameliotcloud.simulator.auth.ConnectAuthenticator;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.github.cameliotcloud.simulator.topic.TopicAuthorizer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The MQTT endpoint of the simulated cloud. */
public final class MqttService {

    private static final int REOPEN_ATTEMPTS = 100;

    private final DeviceChannels channels;
    private final MqttListener listener;
    private MqttListener.Listening listening;

    /** @param eventLoops on how many event loops connections are spread */
    public MqttService(
            Vertx vertx,
            int eventLoops,
            DeviceChannels channels,
            ConnectAuthenticator authenticator,
            TopicAuthorizer authorizer,
            ShadowService shadows,
            UplinkListener uplinkListener) {
        this.channels = channels;
        UplinkHandler uplink = new UplinkHandler(authorizer, shadows, uplinkListener);
        this.listener = new MqttListener(vertx, new ConnectHandler(channels, authenticator, uplink), eventLoops);
    }

    /** Opens the port, 0 for any free one; returns it. */
    public Future<Integer> open(String host, int port) {
        return listener.open(host, port).map(this::opened);
    }

    /** Opens the port again after {@link #close}; does nothing when it is open. Returns the port. */
    public synchronized Future<Integer> reopen(String host, int port) {
        if (listening != null) {
            return Future.succeededFuture(port);
        }
        return listener.reopen(host, port, REOPEN_ATTEMPTS).map(this::opened);
    }

    private synchronized int opened(MqttListener.Listening now) {
        listening = now;
        return now.port();
    }

    /** Closes the port and all connections; sessions stay. */
    public synchronized Future<Void> close() {
        if (listening == null) {
            return Future.succeededFuture();
        }
        MqttListener.Listening before = listening;
        listening = null;
        return listener.close(before).andThen(done -> channels.all().forEach(DeviceChannel::cut));
    }
}
