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
package io.github.cameliotcloud.examples.shadowtodatabase;

import java.nio.charset.StandardCharsets;

import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageKeyTest {

    @Test
    void idOfTheMessageIsItsKey() {
        assertThat(key("{\"id\":\"42\",\"command\":\"on\"}")).isEqualTo("id:42");
        assertThat(key("{\"id\":42}")).isEqualTo("id:42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "{\"command\":\"on\"}", "{\"id\":", "[1]"})
    void messageWithoutIdIsKnownByItsBytes(String payload) {
        assertThat(key(payload)).hasSize(64).isEqualTo(key(payload)).isNotEqualTo(key(payload + " "));
    }

    @Test
    void keyFitsItsColumnHoweverLongTheIdIs() {
        assertThat(key("{\"id\":\"" + "x".repeat(1_000) + "\"}")).hasSize(64);
    }

    private static String key(String payload) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(payload.getBytes(StandardCharsets.UTF_8));
        new MessageKey().process(exchange);
        assertThat(exchange.getMessage().getHeader("payload")).isEqualTo(payload);
        return exchange.getMessage().getHeader("messageId", String.class);
    }
}
