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

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MissingLibraryTest {

    @ParameterizedTest
    @CsvSource({
        "hivemq, hivemq-mqtt-client, com.hivemq:hivemq-mqtt-client, paho",
        "paho,   paho,               org.apache.camel:camel-paho,   hivemq"
    })
    void excludedLibraryIsNamedWhenItIsAskedForAndTheOtherWorks(
            String transport, String excludedJar, String dependency, String other) throws Exception {
        try (URLClassLoader application =
                new URLClassLoader(classPathWithout(excludedJar), ClassLoader.getPlatformClassLoader())) {
            Method create = application
                    .loadClass("io.github.cameliotcloud.Transports")
                    .getDeclaredMethod("create", String.class, Object.class);
            create.setAccessible(true);

            assertThatThrownBy(() -> create.invoke(null, transport, null))
                    .cause()
                    .hasMessageContaining("Option transport=" + transport)
                    .hasMessageContaining("add the dependency " + dependency);
            assertThat(create.invoke(null, other, null)).isNotNull();
        }
    }

    @Test
    void nothingIsMeasuredWithoutMicrometer() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(classPathWithout("micrometer"), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(application); // Camel looks for its parts there
            Class<?> camel = application.loadClass("org.apache.camel.impl.DefaultCamelContext");
            try (AutoCloseable context =
                    (AutoCloseable) camel.getDeclaredConstructor().newInstance()) {
                Object component = camel.getMethod("getComponent", String.class).invoke(context, "iotcloud");
                camel.getMethod("start").invoke(context);
                Method meters = component.getClass().getDeclaredMethod("meters");
                meters.setAccessible(true);

                assertThat(meters.invoke(component).getClass().getName())
                        .as("not those of Micrometer")
                        .startsWith("io.github.cameliotcloud.Meters$");
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] classPathWithout(String jar) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> file.isDirectory() || !file.getName().contains(jar))
                .map(MissingLibraryTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(File file) {
        try {
            return file.toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
