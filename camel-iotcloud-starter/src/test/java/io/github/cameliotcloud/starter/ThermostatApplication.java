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

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application of a user: application.properties and the routes below camel are all it has. */
@SpringBootApplication
class ThermostatApplication {

    static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    /** Starts it as from a command line, without a web server. */
    static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(ThermostatApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments);
    }

    /** Starts it as from a command line, with a web server on any free port, all endpoints of Actuator and the probes as documented. */
    static ConfigurableApplicationContext startWithActuator(String... arguments) {
        Stream<String> actuator = Stream.of(
                "--server.port=0",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.env.show-values=always",
                "--management.endpoint.configprops.show-values=always");
        return new SpringApplicationBuilder(ThermostatApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .properties(SpringBootPage.listing("health").split("\n"))
                .run(Stream.concat(actuator, Arrays.stream(arguments)).toArray(String[]::new));
    }
}
