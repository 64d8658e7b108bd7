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

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class StateTextTest {

    @Test
    void deltaIsStoredAsItCame() throws Exception {
        Message message = after("delta", "{\"temperature\":21}");

        assertThat(message.getHeader("kind")).isEqualTo("delta");
        assertThat(message.getHeader("state")).isEqualTo("{\"temperature\":21}");
    }

    @Test
    void ofADocumentTheReportedStateIsStored() throws Exception {
        Message message = after("get", "{\"reported\":{\"temperature\":21},\"desired\":{\"temperature\":22}}");

        assertThat(message.getHeader("kind")).isEqualTo("reported");
        assertThat(message.getHeader("state")).isEqualTo("{\"temperature\":21}");
    }

    @Test
    void deviceThatHasReportedNothingHasAnEmptyState() throws Exception {
        assertThat(after("get", "{\"reported\":null}").getHeader("state")).isEqualTo("{}");
        assertThat(after("get", "{}").getHeader("state")).isEqualTo("{}");
    }

    private static Message after(String operation, String body) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("CamelIotCloudOperation", operation);
        exchange.getMessage().setBody(new ObjectMapper().readTree(body));
        new StateText().process(exchange);
        return exchange.getMessage();
    }
}
