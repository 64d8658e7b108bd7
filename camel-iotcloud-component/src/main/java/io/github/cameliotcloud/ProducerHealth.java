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
package io.github.cameliotcloud;

import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** The health check of a producer, in Camel's repository from start to stop. */
final class ProducerHealth {

    private final WritableHealthCheckRepository repository;
    private final AbstractHealthCheck check;

    private ProducerHealth(WritableHealthCheckRepository repository, AbstractHealthCheck check) {
        this.repository = repository;
        this.check = check;
    }

    static ProducerHealth register(IotCloudEndpoint endpoint, Senders senders) {
        WritableHealthCheckRepository repository = HealthCheckHelper.getHealthCheckRepository(
                endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
        AbstractHealthCheck check =
                senders.healthCheck("producer:iotcloud-" + endpoint.getChannel().uriName() + "-" + endpoint.getId());
        check.setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
        if (repository != null) {
            repository.addHealthCheck(check);
        }
        return new ProducerHealth(repository, check);
    }

    void unregister() {
        if (repository != null) {
            repository.removeHealthCheck(check);
        }
    }
}
