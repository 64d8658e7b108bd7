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
package io.github.cameliotcloud.transport;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;

import org.apache.camel.component.paho.PahoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.MqttTransportFactory;

class TransportFactoriesTest {

    @Test
    void bothTransportsAreFound() {
        assertThat(ServiceLoader.load(MqttTransportFactory.class))
                .extracting(MqttTransportFactory::name)
                .containsExactlyInAnyOrder("hivemq", "paho");
    }

    @ParameterizedTest
    @CsvSource({"hivemq,com.hivemq:hivemq-mqtt-client", "paho,org.apache.camel:camel-paho"})
    void factoryLoadsWithoutItsLibraryAndNamesIt(String name, String library) throws Exception {
        try (WithoutLibraries loader = new WithoutLibraries()) {
            Class<?> port = loader.loadClass(MqttTransportFactory.class.getName());

            Object factory = ServiceLoader.load(port, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(candidate -> name.equals(call(candidate, "name")))
                    .findFirst()
                    .orElseThrow();

            assertThat(call(factory, "library")).isEqualTo(library);
            assertThatThrownBy(() -> port.getMethod("create", Object.class).invoke(factory, (Object) null))
                    .cause()
                    .isInstanceOf(LinkageError.class);
        }
    }

    @Test
    void hivemqTakesNoConfiguration() {
        assertThatThrownBy(() -> factory("hivemq").create(new PahoConfiguration()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("transportConfiguration")
                .hasMessageContaining("PahoConfiguration");
    }

    @Test
    void pahoTakesItsOwnConfigurationOnly() {
        assertThat(factory("paho").create(new PahoConfiguration())).isNotNull();
        assertThatThrownBy(() -> factory("paho").create("maxInflight=5"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("transportConfiguration")
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining(PahoConfiguration.class.getName());
    }

    private static MqttTransportFactory factory(String name) {
        return ServiceLoader.load(MqttTransportFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The component alone, as if a user had excluded both libraries. */
    private static final class WithoutLibraries extends URLClassLoader {

        WithoutLibraries() {
            super(ownClasses(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] ownClasses() {
            return new URL[] {
                MqttTransportFactory.class.getProtectionDomain().getCodeSource().getLocation()
            };
        }
    }
}
