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

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** DOWN while this pod knows no leader of a shard: it cannot reach the API server, or no longer renews a lease of its own. */
public class LeadersCheck extends AbstractHealthCheck {

    private final CamelClusterService cluster;

    public LeadersCheck(CamelClusterService cluster) {
        super("fleet", "leaders");
        this.cluster = cluster;
    }

    @Override
    public boolean isLiveness() {
        return true;
    }

    @Override
    public boolean isReadiness() {
        return false; // a pod that is not ready cannot become a leader
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Set<String> orphans = new TreeSet<>();
        for (String namespace : cluster.getNamespaces()) {
            if (!hasLeader(namespace)) {
                orphans.add(namespace);
            }
        }
        builder.detail("orphans", String.join(",", orphans));
        if (orphans.isEmpty()) {
            builder.up();
        } else {
            builder.message("No leader is known of " + orphans).down();
        }
    }

    private boolean hasLeader(String namespace) {
        try {
            return cluster.getView(namespace).getLeader().isPresent();
        } catch (Exception e) {
            return false;
        }
    }
}
