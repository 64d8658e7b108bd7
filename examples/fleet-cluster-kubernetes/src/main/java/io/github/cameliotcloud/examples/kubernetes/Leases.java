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
package io.github.cameliotcloud.examples.kubernetes;

import org.apache.camel.component.kubernetes.KubernetesConfiguration;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterService;
import org.apache.camel.component.kubernetes.cluster.KubernetesClusterView;
import org.apache.camel.component.kubernetes.cluster.lock.KubernetesLockConfiguration;

/** Camel's leases, which can tell once more that a shard is not this pod's. */
final class Leases extends KubernetesClusterService {

    private final KubernetesConfiguration apiServer;

    Leases(KubernetesConfiguration apiServer) {
        super(apiServer);
        this.apiServer = apiServer;
    }

    @Override
    protected KubernetesClusterView createView(String namespace) {
        KubernetesLockConfiguration lock = lockConfigWithGroupNameAndDefaults(namespace);
        return new View(setConfigDefaults(apiServer.copy(), lock), lock);
    }

    final class View extends KubernetesClusterView {

        private View(KubernetesConfiguration apiServer, KubernetesLockConfiguration lock) {
            super(Leases.this.getCamelContext(), Leases.this, apiServer, lock);
        }

        void repeatLoss() {
            if (!getLocalMember().isLeader()) {
                fireLeadershipChangedEvent(getLeader().orElse(null));
            }
        }
    }
}
