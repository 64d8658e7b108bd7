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
package io.github.cameliotcloud.springboot.options;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.CamelPropertiesHelper;
import org.apache.camel.support.PluginHelper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

import io.github.cameliotcloud.IotCloudComponent;
import io.github.cameliotcloud.springboot.IotCloudComponentAutoConfiguration;
import io.github.cameliotcloud.springboot.IotCloudComponentConfiguration;

/**
 * Lets {@code camel.component.iotcloud.product} and the like win over {@code camel.component.iotcloud.configuration}. The
 * generated customizer sets both in no certain order, and the latter replaces all that was set before.
 */
@AutoConfiguration(after = IotCloudComponentAutoConfiguration.class)
@ConditionalOnBean(IotCloudComponentConfiguration.class)
public class PlainOptionsAutoConfiguration {

    private static final Set<String> NOT_PLAIN = Set.of("configuration", "enabled", "customizer");

    @Lazy
    @Bean
    ComponentCustomizer iotCloudPlainOptions(CamelContext context, IotCloudComponentConfiguration options) {
        return new ComponentCustomizer() {
            @Override
            public void configure(String name, Component target) {
                Map<String, Object> plain = new HashMap<>();
                PluginHelper.getBeanIntrospection(context).getProperties(options, plain, null, false);
                plain.keySet().removeAll(NOT_PLAIN);
                CamelPropertiesHelper.setCamelProperties(context, target, plain, true);
            }

            @Override
            public boolean isEnabled(String name, Component target) {
                return target instanceof IotCloudComponent && options.getConfiguration() != null;
            }

            @Override
            public int getOrder() {
                return Ordered.LOWEST_PRECEDENCE;
            }
        };
    }
}
