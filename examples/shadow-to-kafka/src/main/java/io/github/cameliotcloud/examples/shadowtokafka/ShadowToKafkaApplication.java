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

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.github.cameliotcloud.auth.PropertiesSecretResolver;
import io.github.cameliotcloud.auth.SecretResolver;

/** Runs the routes in {@code camel/shadow-to-kafka.camel.yaml}. */
@SpringBootApplication(proxyBeanMethods = false)
public class ShadowToKafkaApplication {

    public static void main(String[] args) {
        try {
            SpringApplication.run(ShadowToKafkaApplication.class, args);
        } catch (RuntimeException e) {
            // Spring Boot has said why; the thread that keeps the application running is there already and would keep
            // this one
            System.exit(1);
        }
    }

    /** The component finds this bean by its type, so no route and no property holds a secret. */
    @Bean
    SecretResolver deviceSecrets(@Value("${secrets-file}") String file) {
        return new PropertiesSecretResolver(file);
    }

    @Bean
    KafkaAtStart kafkaAtStart(@Value("${camel.component.kafka.brokers}") String brokers) {
        return new KafkaAtStart(brokers);
    }

    @Bean
    DeliveryProblems deliveryProblems() {
        return new DeliveryProblems();
    }
}
