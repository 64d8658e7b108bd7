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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.main.ManagementHttpServer;
import org.apache.camel.main.Main;

import io.github.cameliotcloud.IotCloudConstants;

/** The application as it runs in a pod. */
final class RunningPod {

    private final Main main;

    private RunningPod(Main main) {
        this.main = main;
    }

    static RunningPod start(String name, String settings, Map<String, String> overrides) throws Exception {
        Main main = FleetOnKubernetes.application(settings);
        overrides.forEach(main::addOverrideProperty);
        main.addOverrideProperty("camel.main.name", name);
        main.start();
        return new RunningPod(main);
    }

    boolean isLeader(String namespace) {
        return context().hasService(CamelClusterService.class).isLeader(namespace);
    }

    /** Devices whose delta came here. */
    Set<String> devicesOfDeltas(int interval) {
        return context().getEndpoint("mock:deltas", MockEndpoint.class).getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage())
                .filter(message -> message.getBody(String.class).contains(String.valueOf(interval)))
                .map(message -> message.getHeader(IotCloudConstants.DEVICE, String.class))
                .collect(Collectors.toSet());
    }

    /** @return the answer to the kubelet */
    int probe(String path) throws IOException, InterruptedException {
        int port = context().hasService(ManagementHttpServer.class).getPort();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    void stop() {
        main.stop();
    }

    private CamelContext context() {
        return main.getCamelContext();
    }
}
