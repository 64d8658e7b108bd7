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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class SecretOptionsTest {

    private final StandardEnvironment environment = new StandardEnvironment();
    private final SecretOptions secrets = new SecretOptions(environment);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.iotcloud.device-secret",
                "camel.component.iotcloud.deviceSecret",
                "camel.component.iotcloud.device-private-key",
                "camel.component.iotcloud.configuration.devicePrivateKey",
                "camel.component.iotcloud.sslContextParameters.keyManagers.keyPassword",
                "camel.component.iotcloud.ssl-context-parameters.key-managers.key-store.password",
                "CAMEL_COMPONENT_IOTCLOUD_DEVICESECRET",
                "CAMEL_COMPONENT_IOTCLOUD_DEVICE_SECRET",
                "IOTCLOUD_DEVICE_SECRET",
                "device.secret",
            })
    void secretIsKnownByItsNameInEachSpelling(String key) {
        assertThat(secrets.isSecretName(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.iotcloud.device",
                "camel.component.iotcloud.device-certificate",
                "camel.component.iotcloud.secret-resolver",
                "spring.datasource.password",
            })
    void otherNamesAreLeftToTheirOwners(String key) {
        assertThat(secrets.isSecretName(key)).isFalse();
    }

    @Test
    void secretIsFoundInTextsOfAnyName() {
        set("camel.component.iotcloud.device-secret", "AAECAwQFBgcICQoLDA0ODw==");
        assertThat(secrets.containsSecret("java -jar app.jar --secret=AAECAwQFBgcICQoLDA0ODw=="))
                .isTrue();
        assertThat(secrets.containsSecret("java -jar app.jar")).isFalse();
        assertThat(secrets.containsSecret(42)).isFalse();
    }

    @Test
    void shortSecretDoesNotMaskHalfTheWorld() {
        set("camel.component.iotcloud.device-secret", "a");
        assertThat(secrets.containsSecret("java -jar app.jar")).isFalse();
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, value)));
    }
}
