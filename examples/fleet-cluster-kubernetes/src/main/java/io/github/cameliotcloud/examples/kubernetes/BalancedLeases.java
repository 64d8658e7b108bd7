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

import org.apache.camel.support.cluster.RebalancingCamelClusterService;

/**
 * Spreads shards evenly over the ready pods. It also repeats each loss of leadership every period: {@code master:}
 * starts a consumer a second after it has become the leader, and does not hear a loss within that second.
 */
final class BalancedLeases extends RebalancingCamelClusterService {

    private final Leases leases;

    BalancedLeases(Leases leases, long periodMillis) {
        super(leases, periodMillis);
        this.leases = leases;
    }

    // tag::repeat[]
    @Override
    protected void reconcile() {
        super.reconcile();
        for (String namespace : getNamespaces()) {
            view(namespace).repeatLoss();
        }
    }
    // end::repeat[]

    private Leases.View view(String namespace) {
        try {
            return (Leases.View) leases.getView(namespace);
        } catch (Exception e) {
            throw new IllegalStateException("There is no view of " + namespace, e);
        }
    }
}
