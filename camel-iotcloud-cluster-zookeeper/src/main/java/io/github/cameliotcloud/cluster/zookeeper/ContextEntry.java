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

import org.apache.camel.CamelContext;
import org.apache.camel.VetoCamelContextStartException;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Makes a service that is only a bean of the registry a service of the context, before routes look for it. camel-main
 * does that for beans of Java, but not for those of {@code camel.beans}, which it makes too late.
 */
final class ContextEntry extends LifecycleStrategySupport {

    private final BalancedZooKeeperClusterService service;

    ContextEntry(BalancedZooKeeperClusterService service) {
        this.service = service;
    }

    @Override
    public void onContextInitializing(CamelContext context) throws VetoCamelContextStartException {
        if (!context.hasService(service)) {
            try {
                context.addService(service);
            } catch (Exception e) {
                throw new VetoCamelContextStartException("The cluster service cannot start", e, context);
            }
        }
    }
}
