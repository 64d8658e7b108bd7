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
package io.github.cameliotcloud.examples.fleetcluster;

import java.time.Instant;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.IotCloudConstants;

class MessageLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void deltaIsOneLineWithItsVersionAndState() throws Exception {
        exchange.getMessage().setHeader(IotCloudConstants.VERSION, 7L);
        exchange.getMessage().setBody(JSON.readTree("{\"text\":\"a\\nb\",\"setpoint\":20}"));

        JsonNode line = line();

        assertThat(Instant.parse(line.path("time").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(line.path("node").asText()).isEqualTo("node-7");
        assertThat(line.path("product").asText()).isEqualTo("BOILERS001");
        assertThat(line.path("device").asText()).isEqualTo("boiler-0001");
        assertThat(line.path("version").asLong()).isEqualTo(7);
        assertThat(line.path("state").path("text").asText()).isEqualTo("a\nb");
        assertThat(line.path("state").path("setpoint").asInt()).isEqualTo(20);
    }

    @Test
    void commandIsOneLineWithItsText() throws Exception {
        exchange.getMessage().setBody("open\n\"now\"".getBytes(UTF_8));

        assertThat(line().path("message").asText()).isEqualTo("open\n\"now\"");
    }

    private JsonNode line() throws Exception {
        exchange.getMessage().setHeader(IotCloudConstants.PRODUCT, "BOILERS001");
        exchange.getMessage().setHeader(IotCloudConstants.DEVICE, "boiler-0001");
        String text = new MessageLine("node-7").apply(exchange);
        assertThat(text).endsWith("\n");
        assertThat(text.lines()).hasSize(1);
        return JSON.readTree(text);
    }
}
