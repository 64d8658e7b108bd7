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
import java.util.Set;
import java.util.function.Consumer;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** An application that is one node: a route for each namespace. */
final class Node implements AutoCloseable {

    final String name;
    final BalancedZooKeeperClusterService service = new BalancedZooKeeperClusterService();
    final ProbeComponent probe;
    final CamelContext context = new DefaultCamelContext();
    private final Journal journal;
    private final List<String> namespaces;

    Node(String name, Journal journal, List<String> namespaces) {
        this.name = name;
        this.journal = journal;
        this.namespaces = namespaces;
        this.probe = new ProbeComponent(name, journal);
    }

    Node start(String nodes, Consumer<BalancedZooKeeperClusterService> settings) throws Exception {
        service.setId(name);
        service.setNodes(nodes);
        settings.accept(service);
        context.addComponent("probe", probe);
        context.addService(service);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                namespaces.forEach(namespace -> from("master:" + namespace + ":probe:" + namespace)
                        .routeId(namespace)
                        .to("log:" + namespace));
            }
        });
        context.start();
        return this;
    }

    /** The namespaces it has a consumer for. */
    Set<String> open() {
        return journal.open(name);
    }

    @Override
    public void close() {
        context.stop();
    }
}
