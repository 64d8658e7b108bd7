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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.testing.Cloud;

/** Events, control messages, data and custom topics against the simulator; run with each transport. */
abstract class TopicRoutes extends CloudRoutes {

    TopicRoutes(String transport) {
        super(transport);
    }

    @Test
    void eventIsPublishedAndConfirmed() {
        template.requestBody(uri("event"), "{\"alarm\":true}");

        ReceivedMessage event =
                cloud.simulator().received(PRODUCT, DEVICE, "event").get(0);
        assertThat(event.text()).isEqualTo("{\"alarm\":true}");
        assertThat(event.qos()).isEqualTo(1);
    }

    @Test
    void headerChoosesTheQos() {
        template.requestBodyAndHeader(uri("event"), "x", IotCloudConstants.QOS, 0);
        await().untilAsserted(() -> assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event"))
                .singleElement()
                .extracting(ReceivedMessage::qos)
                .isEqualTo(0));
    }

    @Test
    void headerCannotChooseAQosThatTheCloudLacks() {
        assertThatThrownBy(() -> template.requestBodyAndHeader(uri("event"), "x", IotCloudConstants.QOS, 2))
                .cause()
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("QoS 0 and 1");
    }

    @Test
    void eventsKeepTheirOrder() {
        template.requestBody(uri("event"), "first");
        IntStream.range(0, 100)
                .mapToObj(i -> template.asyncSendBody(uri("event"), i + ""))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(101);
    }

    @Test
    void payloadOver16KilobytesFailsBeforeItLeaves() {
        assertThatThrownBy(() -> template.requestBody(uri("event"), new byte[16 * 1024 + 1]))
                .cause()
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("16 KB");
        template.requestBody(uri("event"), new byte[16 * 1024]);
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(1);
        assertThat(cloud.simulator().connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void eventWithoutPubackEndsInATimeout() {
        String uri = uri("event", "requestTimeout=300");
        template.requestBody(uri, "first");
        cloud.faults().swallowPubAcks(PRODUCT, DEVICE, true);
        assertThatThrownBy(() -> template.requestBody(uri, "second"))
                .cause()
                .isInstanceOf(ExchangeTimedOutException.class)
                .hasMessageContaining("PUBACK");
    }

    @Test
    void eventFailsAtOnceWhenTheConnectionIsLostBeforePuback() {
        String uri = uri("event", "requestTimeout=60000");
        template.requestBody(uri, "first");
        cloud.faults().swallowPubAcks(PRODUCT, DEVICE, true);
        CompletableFuture<Exchange> sent =
                template.asyncSend(uri, exchange -> exchange.getMessage().setBody("second"));
        await().until(() -> cloud.simulator().received(PRODUCT, DEVICE, "event").size() == 2);
        cloud.cut();
        await().atMost(Duration.ofSeconds(10)).until(sent::isDone);
        assertThat(sent.join().getException()).isInstanceOf(DeviceNotConnectedException.class);
    }

    @Test
    void controlMessageBecomesAnExchange() throws Exception {
        from("control");
        MockEndpoint result = expect(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "{\"reboot\":true}");
        result.assertIsSatisfied();
        assertThat(result.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo("{\"reboot\":true}");
        assertThat(result.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(IotCloudConstants.PRODUCT, PRODUCT)
                .containsEntry(IotCloudConstants.DEVICE, DEVICE)
                .containsEntry(IotCloudConstants.TOPIC, PRODUCT + "/" + DEVICE + "/control")
                .containsEntry(IotCloudConstants.QOS, 1)
                .doesNotContainKey("reboot");
    }

    @Test
    void controlMessagesKeepTheirOrder() throws Exception {
        from("control");
        MockEndpoint result = expect(200);
        result.expectedBodiesReceived(IntStream.range(0, 200)
                .mapToObj(i -> String.valueOf(i).getBytes(StandardCharsets.UTF_8))
                .toList());
        for (int i = 0; i < 200; i++) {
            cloud.simulator().publishControl(PRODUCT, DEVICE, String.valueOf(i));
        }
        result.assertIsSatisfied();
    }

    @Test
    void controlMessageIsAcknowledgedAfterTheRoute() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        String uri = uri("control", "cleanSession=false");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> release.join()).to("mock:result");
            }
        });
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMinimumMessageCount(2);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "once");

        // GIVEN the connection goes while the route still works: THEN the cloud, not having a PUBACK, sends it again
        await().until(() -> context.getInflightRepository().size() == 1);
        cloud.cut();
        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2);
        release.complete(null);
        result.assertIsSatisfied();
    }

    @Test
    void dataGoesBothWays() throws Exception {
        from("data");
        MockEndpoint result = expect(1);
        cloud.simulator().publish(PRODUCT, DEVICE, "data", "down".getBytes(StandardCharsets.UTF_8), 1);
        result.assertIsSatisfied();
        template.requestBody(uri("data"), "up");
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "data"))
                .extracting(ReceivedMessage::text)
                .containsExactly("up");
    }

    @Test
    void customTopicGoesBothWays() throws Exception {
        from("topic", "name=room/temperature");
        MockEndpoint result = expect(1);
        cloud.simulator().publish(PRODUCT, DEVICE, "room/temperature", "21".getBytes(StandardCharsets.UTF_8), 1);
        result.assertIsSatisfied();
        template.requestBody(uri("topic", "name=room/temperature"), "22");
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "room/temperature"))
                .hasSize(1);
    }

    @Test
    void topicThatTheProductDoesNotDefineFailsTheStart() {
        assertThatThrownBy(() -> from("topic", "name=nowhere"))
                .isInstanceOf(SubscriptionRefusedException.class)
                .hasMessageContaining(PRODUCT + "/" + DEVICE + "/nowhere")
                .hasMessageContaining("console");
        await().until(() -> cloud.connections() == 0);
    }

    @Test
    void wrongSecretFailsTheStartAndNamesTheDeviceAndNeverTheSecret() {
        String wrong = "d3JvbmctLXNlY3JldA==";
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri("control").replace(Cloud.SECRET, wrong)).to("mock:result");
                    }
                }))
                .isInstanceOf(ConnectRefusedException.class)
                .hasMessageContaining(PRODUCT + "/" + DEVICE)
                .hasMessageContaining("wrong secret")
                .hasMessageNotContaining(wrong);
        await().until(() -> cloud.simulator().totalConnections() == 0);
        assertThat(context.getComponent("iotcloud", IotCloudComponent.class)
                        .sessions()
                        .sessions())
                .isEmpty();
    }

    @Test
    void cloudThatIsNotThereFailsTheStart() {
        String uri = uri("control");
        cloud.faults().goAway();
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri).to("mock:result");
                    }
                }))
                .isInstanceOf(DeviceNotConnectedException.class)
                .hasMessageContaining("check that the address is right");
        assertThat(context.getComponent("iotcloud", IotCloudComponent.class)
                        .sessions()
                        .sessions())
                .isEmpty();
    }

    @Test
    void messagesFlowAgainAfterACut() throws Exception {
        from("control");
        cloud.cut();
        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2
                && !cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());
        MockEndpoint result = expect(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        result.assertIsSatisfied();
    }

    /** The simulator refuses a SUBSCRIBE with more than one filter as a whole, as the cloud does. */
    @Test
    void eachSubscribeHasOneFilterAlsoAfterAReconnect() throws Exception {
        from("control");
        from("data");
        from("topic", "name=room/temperature");
        template.requestBody(uri("shadow", "operation=get"), "");
        Set<String> filters = cloud.simulator().subscriptions(PRODUCT, DEVICE);
        assertThat(filters).hasSize(4);

        cloud.cut();

        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2);
        await().untilAsserted(() ->
                assertThat(cloud.simulator().subscriptions(PRODUCT, DEVICE)).isEqualTo(filters));
    }

    @Test
    void stoppedRouteClosesTheConnectionAndStartsAgain() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control")).routeId("control").to("mock:result");
            }
        });
        context.getRouteController().stopRoute("control");
        assertThat(context.getComponent("iotcloud", IotCloudComponent.class)
                        .sessions()
                        .sessions())
                .isEmpty();
        await().until(() -> cloud.connections() == 0);

        context.getRouteController().startRoute("control");
        MockEndpoint result = expect(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        result.assertIsSatisfied();
    }

    @Test
    void suspendedRouteReceivesNothingUntilItIsResumed() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control")).routeId("control").to("mock:result");
            }
        });
        context.getRouteController().suspendRoute("control");
        await().until(() -> cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());
        context.getRouteController().resumeRoute("control");

        MockEndpoint result = expect(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        result.assertIsSatisfied();
    }

    @Test
    void twoRoutesMayReadTheSameTopic() throws Exception {
        from("control");
        from("control", "exchangePattern=InOnly");
        MockEndpoint result = expect(2);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        result.assertIsSatisfied();
        assertThat(cloud.connections()).isEqualTo(1);
    }

    @Test
    void exchangesRunOnThreadsOfCamel() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control"))
                        .process(exchange -> exchange.setProperty(
                                "in", Thread.currentThread().getName()))
                        .to(uri("event"))
                        .process(exchange -> exchange.setProperty(
                                "after", Thread.currentThread().getName()))
                        .to("mock:result");
            }
        });
        MockEndpoint result = expect(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        result.assertIsSatisfied();
        assertThat(List.of("in", "after"))
                .allSatisfy(where -> assertThat(result.getExchanges().get(0).getProperty(where, String.class))
                        .startsWith("Camel"));
    }
}
