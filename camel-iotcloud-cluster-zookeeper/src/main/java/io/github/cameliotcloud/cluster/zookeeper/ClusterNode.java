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

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.camel.StaticService;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.service.ServiceSupport;

/** This node in JMX, {@code type=services,name=ClusterNode}. Camel's own bean of a cluster service has no place for it. */
@ManagedResource(description = "This node of the cluster")
public final class ClusterNode extends ServiceSupport implements StaticService {

    private final BalancedZooKeeperClusterService service;

    ClusterNode(BalancedZooKeeperClusterService service) {
        this.service = service;
    }

    @ManagedAttribute(description = "Id of this node")
    public String getNodeId() {
        return service.getId();
    }

    @ManagedAttribute(description = "Whether there is a connection to ZooKeeper")
    public boolean isConnected() {
        return service.isConnected();
    }

    @ManagedAttribute(description = "Namespaces that this node owns")
    public Set<String> getOwnedNamespaces() {
        return service.ownedNamespaces();
    }

    @ManagedAttribute(description = "Ids of all nodes that take part")
    public List<String> getMembers() {
        return service.members();
    }

    @ManagedAttribute(description = "Which node owns which namespace, as the nodes tell it")
    public Map<String, String> getOwners() {
        return service.owners();
    }
}
