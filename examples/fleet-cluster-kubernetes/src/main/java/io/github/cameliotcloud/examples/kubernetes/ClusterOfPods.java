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

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.PropertyInject;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.kubernetes.KubernetesConfiguration;
import org.apache.camel.component.kubernetes.cluster.LeaseResourceType;

/** Gives Camel the cluster service, and the check of the liveness probe. */
public class ClusterOfPods implements CamelConfiguration {

    @PropertyInject(value = "fleet.api-server", defaultValue = "local")
    private String apiServer; // local: the client finds it in the pod

    @PropertyInject("fleet.namespace")
    private String namespace;

    @PropertyInject("fleet.pod")
    private String pod;

    @PropertyInject("fleet.lease-duration")
    private long leaseDuration;

    @PropertyInject("fleet.renew-deadline")
    private long renewDeadline;

    @PropertyInject("fleet.retry-period")
    private long retryPeriod;

    // tag::cluster[]
    @Override
    public void configure(CamelContext camel) throws Exception {
        CamelClusterService cluster = new BalancedLeases(leases(), retryPeriod);
        camel.addService(cluster);
        camel.getRegistry().bind("leaders", new LeadersCheck(cluster));
    }

    private Leases leases() {
        KubernetesConfiguration connection = new KubernetesConfiguration();
        connection.setMasterUrl(apiServer);
        Leases leases = new Leases(connection);
        leases.setLeaseResourceType(LeaseResourceType.Lease);
        leases.setKubernetesResourcesNamespace(namespace);
        leases.setKubernetesResourceName("fleet"); // leases are named fleet-boilers-0 and so on
        leases.setClusterLabels(Map.of("app", "fleet")); // ready pods with this label are the members
        leases.setPodName(pod);
        leases.setLeaseDurationMillis(leaseDuration);
        leases.setRenewDeadlineMillis(renewDeadline);
        leases.setRetryPeriodMillis(retryPeriod);
        return leases;
    }
    // end::cluster[]
}
