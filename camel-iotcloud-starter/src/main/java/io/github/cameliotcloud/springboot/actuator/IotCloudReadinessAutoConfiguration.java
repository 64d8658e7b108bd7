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
package io.github.cameliotcloud.springboot.actuator;

import org.springframework.boot.actuate.autoconfigure.availability.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.actuate.health.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Makes Camel's health part of the readiness probe, so that a device without connection shows there. Whoever sets the
 * members of that group decides alone.
 */
@AutoConfiguration(after = AvailabilityProbesAutoConfiguration.class)
@ConditionalOnClass(HealthEndpointGroupsPostProcessor.class)
public class IotCloudReadinessAutoConfiguration {

    private static final String READINESS = "management.endpoint.health.group.readiness.";

    /** Behind Spring's own, which makes the group: both come last, in the order of the auto-configurations. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static HealthEndpointGroupsPostProcessor iotCloudReadiness(Environment environment) {
        boolean chosen = isSet(environment, READINESS + "include") || isSet(environment, READINESS + "exclude");
        return groups -> chosen ? groups : new CamelInReadiness(groups);
    }

    private static boolean isSet(Environment environment, String property) {
        return Binder.get(environment)
                .bind(property, Bindable.setOf(String.class))
                .isBound();
    }
}
