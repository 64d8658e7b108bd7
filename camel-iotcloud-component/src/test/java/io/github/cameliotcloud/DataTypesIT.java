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

import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.DataType;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.DocsSnippet;

class DataTypesIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(MalformedMessageException.class).handled(true).to("mock:malformed");
                from(cloud.uri("shadow"))
                        .transformDataType(new DataType("iotcloud:application-cloudevents"))
                        .transformDataType(new DataType("iotcloud:application-json"))
                        .to("mock:deltas");
                from(cloud.uri("control"))
                        .transformDataType(new DataType("iotcloud:application-cloudevents"))
                        .to("mock:control")
                        .transformDataType(new DataType("iotcloud:application-json"))
                        .to("mock:json");
            }
        };
    }

    @Test
    void deltaBecomesACloudEventWhoseIdIsTheSameWhenItComesAgain() throws Exception {
        MockEndpoint deltas = getMockEndpoint("mock:deltas");
        deltas.expectedMessageCount(1);
        cloud.desire("{\"t\":25}");
        deltas.assertIsSatisfied();
        Message pushed = deltas.getExchanges().get(0).getMessage();

        assertThat(pushed.getHeaders())
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, "1.0")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "iotcloud:ABC1234567/dev-01")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "shadow")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "io.github.cameliotcloud.shadow.delta")
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
        assertThat(pushed.getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME, String.class))
                .matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");
        assertThat(pushed.getBody(String.class)).isEqualTo("{\"t\":25}");
        assertThat(pushed.getBody()).isInstanceOf(byte[].class);

        // WHEN the route starts again and finds the same delta in the shadow
        deltas.expectedMessageCount(2);
        context.getRouteController().stopAllRoutes();
        context.getRouteController().startAllRoutes();
        deltas.assertIsSatisfied();

        List<String> ids = deltas.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID, String.class))
                .toList();
        assertThat(ids.get(0)).startsWith("ABC1234567/dev-01/delta/");
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
    }

    @Test
    void routeOfTheManualMakesCloudEvents() throws Exception {
        context.getRouteController().stopAllRoutes();
        IotCloudComponent component = context.getComponent("iotcloud", IotCloudComponent.class);
        component.getConfiguration().setBrokerUrl(cloud.simulator().brokerUrl());
        context.getPropertiesComponent().addInitialProperty("device.secret", Cloud.SECRET);
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "cloud-events.camel.yaml", DocsSnippet.of("data-types.adoc", "cloud-events")));
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);
        events.expectedHeaderReceived(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "io.github.cameliotcloud.shadow.delta");

        cloud.desire("{\"t\":25}");

        events.assertIsSatisfied();
    }

    @Test
    void controlMessageBecomesACloudEvent() throws Exception {
        MockEndpoint json = getMockEndpoint("mock:json");
        json.expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "{\"open\":true}");
        json.assertIsSatisfied();

        Message control = json.getExchanges().get(0).getMessage();
        assertThat(control.getHeaders())
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "iotcloud:ABC1234567/dev-01")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, "control")
                .containsEntry(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, "io.github.cameliotcloud.control")
                .containsEntry(
                        CloudEvent.CAMEL_CLOUD_EVENT_ID, control.getExchange().getExchangeId())
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void messageThatIsNoJsonFailsWithTheReason() {
        cloud.simulator().publishControl(PRODUCT, DEVICE, "{\"open\":");

        MockEndpoint malformed = getMockEndpoint("mock:malformed");
        await().until(() -> malformed.getReceivedCounter() == 1);
        Exception failure = malformed.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        assertThat(failure)
                .hasMessageStartingWith("The body of the message from ABC1234567/dev-01/control is no JSON: ");
    }
}
