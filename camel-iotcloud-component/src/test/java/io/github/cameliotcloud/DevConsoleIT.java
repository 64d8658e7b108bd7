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

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.util.json.Jsonable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;

class DevConsoleIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(cloud.uri("control")).to("mock:control");
            }
        };
    }

    @Test
    void consoleShowsASessionAndWhyItIsNotConnected() throws Exception {
        assertThat(text())
                .contains("Device: ABC1234567/dev-01")
                .contains("State: CONNECTED since ")
                .contains("Subscriptions: ABC1234567/dev-01/control")
                .contains("Last error: none");
        assertThat(json().path("lastError").isMissingNode()).isTrue();

        cloud.faults().goAway();

        await().untilAsserted(() -> {
            assertThat(text()).contains("State: BACKING_OFF").contains("Last error: Device ABC1234567/dev-01");
            assertThat(json().path("state").asText()).isEqualTo("BACKING_OFF");
        });
        JsonNode session = json();
        assertThat(session.path("product").asText()).isEqualTo("ABC1234567");
        assertThat(session.path("device").asText()).isEqualTo("dev-01");
        assertThat(session.path("subscriptions").get(0).asText()).isEqualTo("ABC1234567/dev-01/control");
        assertThat(session.path("lastError").asText()).startsWith("Device ABC1234567/dev-01");
        assertThat(text() + session).doesNotContain(Cloud.SECRET);
    }

    @Test
    void consoleIsEmptyWhenNoDeviceIsInUse() throws Exception {
        context.getRouteController().stopAllRoutes();

        assertThat(text()).isEmpty();
        assertThat(toJson()).isEqualTo("{\"sessions\":[]}");
    }

    private String text() {
        return console().call(MediaType.TEXT).toString();
    }

    private String toJson() {
        return ((Jsonable) console().call(MediaType.JSON)).toJson();
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(toJson()).path("sessions").path(0);
    }

    private DevConsole console() {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("iotcloud");
    }
}
