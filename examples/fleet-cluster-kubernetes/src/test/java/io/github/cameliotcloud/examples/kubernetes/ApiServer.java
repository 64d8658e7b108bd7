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

import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;

/** An API server with nothing but leases and pods, which can go away and come back at the same address. */
final class ApiServer implements AutoCloseable {

    /** Kept, as a logger that nobody keeps forgets its level; it tells each request at INFO. */
    private static final Logger REQUESTS = Logger.getLogger(MockWebServer.class.getName());

    static {
        REQUESTS.setLevel(Level.WARNING);
    }

    private final RecordingDispatcher dispatcher = new RecordingDispatcher();
    private KubernetesMockServer server = listen(0);
    private final int port = server.getPort();
    private final KubernetesClient client = new KubernetesClientBuilder()
            .withConfig(new ConfigBuilder(Config.empty())
                    .withMasterUrl(url())
                    .withUserAgent(RecordingDispatcher.TEST_AGENT)
                    .build())
            .build();

    private KubernetesMockServer listen(int port) {
        KubernetesMockServer started =
                new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
        started.init(InetAddress.getLoopbackAddress(), port);
        return started;
    }

    String url() {
        return "http://localhost:" + port + "/";
    }

    RecordingDispatcher requests() {
        return dispatcher;
    }

    void goDown() {
        server.destroy();
        server = null;
    }

    void comeBack() {
        server = listen(port);
    }

    /** As the kubelet does it when the readiness probe of a pod changes its mind. */
    void pod(String name, Map<String, String> labels, boolean ready) {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace())
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready ? "True" : "False")
                .endCondition()
                .endStatus()
                .build();
        client.pods().inNamespace(namespace()).resource(pod).createOr(existing -> existing.update());
    }

    void removePod(String name) {
        client.pods().inNamespace(namespace()).withName(name).delete();
    }

    /** @return holder by name of the lease, without those that nobody holds */
    Map<String, String> holders() {
        Map<String, String> holders = new HashMap<>();
        for (Lease lease : leases()) {
            String holder = lease.getSpec().getHolderIdentity();
            if (holder != null) {
                holders.put(lease.getMetadata().getName(), holder);
            }
        }
        return holders;
    }

    private List<Lease> leases() {
        return client.leases().inNamespace(namespace()).list().getItems();
    }

    String namespace() {
        return "default";
    }

    @Override
    public void close() {
        client.close();
        if (server != null) {
            server.destroy();
        }
    }
}
