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

import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Keeps the secrets of devices out of Actuator, also where it is told to show values. */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public class IotCloudSecretsAutoConfiguration {

    @Bean
    SanitizingFunction iotCloudSecrets(Environment environment) {
        SecretOptions secrets = new SecretOptions(environment);
        return data -> secrets.isSecretName(data.getKey()) || secrets.containsSecret(data.getValue())
                ? data.withSanitizedValue()
                : data;
    }
}
