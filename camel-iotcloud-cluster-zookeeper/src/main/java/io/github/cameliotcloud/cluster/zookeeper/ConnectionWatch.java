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
package io.github.cameliotcloud.cluster.zookeeper;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.imps.CuratorFrameworkState;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there is a connection to ZooKeeper; says so in the log. */
final class ConnectionWatch implements ConnectionStateListener {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);

    private final CuratorFramework client;
    private final String nodes;

    ConnectionWatch(CuratorFramework client) {
        this.client = client;
        this.nodes = client.getZookeeperClient().getCurrentConnectionString();
    }

    /** Fails for a client that somebody else has made and that does not fit. */
    static void checkGiven(CuratorFramework client) {
        if (client.getState() != CuratorFrameworkState.STARTED) {
            throw new IllegalArgumentException(
                    "Cluster service: the given curatorFramework is not started: start it before");
        }
        if (!client.getConnectionStateErrorPolicy().isErrorState(ConnectionState.SUSPENDED)) {
            throw new IllegalArgumentException(
                    "Cluster service: the given curatorFramework keeps what it owns without a connection: "
                            + "build it with the StandardConnectionStateErrorPolicy");
        }
    }

    boolean isConnected() {
        return client.getZookeeperClient().isConnected();
    }

    @Override
    public void stateChanged(CuratorFramework ignored, ConnectionState state) {
        switch (state) {
            case CONNECTED, RECONNECTED ->
                LOG.info(
                        "Takes part in the cluster at ZooKeeper {}, with a session timeout of {} ms",
                        nodes,
                        agreedTimeout());
            case SUSPENDED ->
                LOG.warn(
                        "Lost the connection to ZooKeeper {}: gives up all namespaces, and takes part again when it is back",
                        nodes);
            case LOST -> LOG.warn("The session with ZooKeeper {} is lost, others may own the namespaces now", nodes);
            default -> LOG.debug("Connection to ZooKeeper {}: {}", nodes, state);
        }
    }

    /** ZooKeeper has limits of its own, so this may not be what was asked for. */
    private String agreedTimeout() {
        try {
            return String.valueOf(client.getZookeeperClient().getZooKeeper().getSessionTimeout());
        } catch (Exception e) {
            LOG.debug("The connection is gone again", e);
            return "?";
        }
    }

    void reportIfNotConnected() {
        if (!isConnected()) {
            LOG.warn("No ZooKeeper at {} yet: this node owns nothing, and takes part as soon as it is there", nodes);
        }
    }
}
