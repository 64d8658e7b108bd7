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

import java.util.Comparator;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.support.cluster.RebalancingCamelClusterService;

/**
 * Camel's rebalancing. It looks at views without using them, else a released view would never be given up; and a
 * namespace that was won counts before listeners are told, so that what is too much is passed on before anything starts.
 */
final class Balancer extends RebalancingCamelClusterService {

    private final Views views;
    private final Group group;
    private final ConnectionWatch connection;

    Balancer(
            CamelContext camelContext,
            BalancedZooKeeperClusterService service,
            Views views,
            Group group,
            ConnectionWatch connection,
            long period) {
        super(camelContext, service, period);
        this.views = views;
        this.group = group;
        this.connection = connection;
    }

    /** Null, which changes nothing, while nobody knows. */
    @Override
    protected Integer members() {
        if (!connection.isConnected()) {
            return null;
        }
        return group.completeMembers();
    }

    /** The first of them are given up when there are too many: those that nothing runs for yet. */
    @Override
    protected List<String> owned(List<String> partitions) {
        return partitions.stream()
                .filter(namespace -> views.find(namespace).isHeld())
                .sorted(Comparator.comparing(namespace -> views.find(namespace).isOwner()))
                .toList();
    }

    @Override
    protected void setDisabled(String partition, boolean disabled) {
        NamespaceView view = views.find(partition);
        if (view.isDisabled() != disabled) {
            view.setDisabled(disabled);
        }
    }
}
