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

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Down without a connection to ZooKeeper: the node owns nothing then. For readiness only, as a restart would not help. */
final class ClusterHealthCheck extends AbstractHealthCheck {

    static final String ID = "iotcloud-cluster";

    private final BalancedZooKeeperClusterService service;

    ClusterHealthCheck(BalancedZooKeeperClusterService service) {
        super("camel", ID);
        this.service = service;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("cluster.node", service.getId());
        builder.detail("cluster.owned", service.ownedNamespaces());
        builder.detail("cluster.members", service.members());
        if (service.isConnected()) {
            builder.up();
        } else {
            builder.message("No connection to ZooKeeper, so this node owns nothing")
                    .down();
        }
    }
}
