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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application as its main method starts it, with another cloud and another Kafka than in application.properties. */
final class ApplicationRun {

    private final List<String> arguments = new ArrayList<>();

    ApplicationRun(SimulatedCloud cloud, String bootstrapServers) {
        set("camel.component.iotcloud.product", SimulatedCloud.PRODUCT);
        set("camel.component.iotcloud.broker-url", cloud.simulator().brokerUrl());
        set("camel.component.kafka.brokers", bootstrapServers);
        set("secrets-file", cloud.secretsFile().toString());
        int number = 0;
        for (String device : cloud.devices()) {
            for (String template : List.of("deltas", "control")) {
                set("camel.routetemplate.config[" + number + "].template-id", template);
                set("camel.routetemplate.config[" + number + "].route-id", template + "-" + device);
                set("camel.routetemplate.config[" + number + "].device", device);
                number++;
            }
        }
    }

    ApplicationRun set(String property, String value) {
        arguments.add("--" + property + "=" + value);
        return this;
    }

    ConfigurableApplicationContext start() {
        return SpringApplication.run(ShadowToKafkaApplication.class, arguments.toArray(String[]::new));
    }
}
