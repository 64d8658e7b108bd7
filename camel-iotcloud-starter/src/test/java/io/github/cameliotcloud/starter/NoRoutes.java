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
package io.github.cameliotcloud.starter;

import java.util.Map;

import org.apache.camel.component.paho.PahoConfiguration;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;

import io.github.cameliotcloud.auth.SecretResolver;

/** An application that has beans and no routes, so nothing connects. */
@EnableAutoConfiguration
class NoRoutes {

    static ConfigurableApplicationContext start(Map<String, Object> variables, String... arguments) {
        return new SpringApplicationBuilder(NoRoutes.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource("systemEnvironment", variables)))
                .properties("camel.main.routes-include-pattern=false", "DEVICE_SECRET=" + SECRET)
                .run(arguments);
    }

    @Bean
    Object tuning() {
        return new PahoConfiguration();
    }

    @Bean
    SSLContextParameters keyStores() {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("/nowhere/of-the-device.p12");
        store.setPassword("password-of-the-store");
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(store);
        keys.setKeyPassword("password-of-the-key");
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(keys);
        return parameters;
    }

    @Bean
    SecretResolver secretsOfTheApplication() {
        return device -> SECRET;
    }
}
