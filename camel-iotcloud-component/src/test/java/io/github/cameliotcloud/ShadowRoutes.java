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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.ShutdownAware;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.error.SettingsConflictException;
import io.github.cameliotcloud.error.ShadowVersionConflictException;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.shadow.ShadowClient;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.LogCapture;

/** The shadow channel against the simulator; run with each transport. */
abstract class ShadowRoutes extends CloudRoutes {

    ShadowRoutes(String transport) {
        super(transport);
    }

    @Test
    void deltaBecomesAnExchange() throws Exception {
        from("shadow");
        MockEndpoint result = expect(1);
        long version = cloud.desire("{\"t\":25,\"mode\":\"cool\"}");
        result.assertIsSatisfied();

        Exchange exchange = result.getExchanges().get(0);
        assertThat(exchange.getMessage().getBody()).isInstanceOf(JsonNode.class);
        assertThat(exchange.getMessage().getBody(Map.class)).isEqualTo(Map.of("t", 25, "mode", "cool"));
        assertThat(exchange.getMessage().getBody(String.class)).contains("\"mode\"");
        assertThat(new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8))
                .isEqualTo("{\"mode\":\"cool\",\"t\":25}");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(IotCloudConstants.PRODUCT, PRODUCT)
                .containsEntry(IotCloudConstants.DEVICE, DEVICE)
                .containsEntry(IotCloudConstants.OPERATION, "delta")
                .containsEntry(IotCloudConstants.VERSION, version)
                .containsKey(IotCloudConstants.TIMESTAMP)
                .containsEntry(IotCloudConstants.TOPIC, "$shadow/operation/result/" + PRODUCT + "/" + DEVICE)
                .doesNotContainKeys("t", "mode");
    }

    @Test
    void deltasArriveInTheOrderOfTheirVersions() throws Exception {
        from("shadow");
        MockEndpoint result = expect(50);
        for (int i = 0; i < 50; i++) {
            cloud.desire("{\"t\":" + i + "}");
        }
        result.assertIsSatisfied();
        assertThat(result.getExchanges().stream()
                        .map(e -> e.getMessage().getHeader(IotCloudConstants.VERSION, Long.class)))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void deltaSetBeforeTheRouteStartedIsDelivered() throws Exception {
        cloud.desire("{\"t\":25}");
        MockEndpoint result = expect(1);
        from("shadow");
        result.assertIsSatisfied();
    }

    @Test
    void deltaSetBeforeTheRouteStartedIsLeftAloneWithoutSync() throws Exception {
        cloud.desire("{\"t\":25}");
        MockEndpoint result = expect(1);
        from("shadow", "syncOnConnect=false");
        cloud.desire("{\"t\":26}");
        result.assertIsSatisfied();
        assertThat(result.getExchanges().get(0).getMessage().getBody(Map.class)).isEqualTo(Map.of("t", 26));
    }

    @Test
    void deltaMissedWhileOfflineIsDeliveredOnceAfterReconnect() throws Exception {
        from("shadow", "onSuccess=report");
        cloud.faults().goAway();
        await().until(() -> cloud.simulator().totalConnections() == 0);
        cloud.desire("{\"t\":25}");

        MockEndpoint result = expect(1);
        cloud.faults().comeBack();
        result.assertIsSatisfied();
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
        result.assertIsSatisfied();
    }

    @Test
    void reportOnSuccessMakesReportedEqualDesired() throws Exception {
        from("shadow", "onSuccess=report");
        cloud.desire("{\"t\":25}");
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
    }

    @Test
    void clearOnSuccessLeavesReportingToTheRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=clear")).to(uri("shadow", "operation=update"));
            }
        });
        cloud.desire("{\"t\":25}");
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}"));
    }

    @Test
    void failedExchangeConfirmsNothing() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=report"))
                        .to("mock:result")
                        .throwException(new IllegalStateException("no"));
            }
        });
        MockEndpoint result = expect(2);
        cloud.desire("{\"t\":25}");
        cloud.desire("{\"t\":26}");
        result.assertIsSatisfied();
        assertThat(cloud.state()).contains("\"desired\":{\"t\":26}").doesNotContain("\"reported\":{\"t\"");
    }

    @Test
    void newerDesiredValueIsNotWiped() throws Exception {
        CompletableFuture<Void> newerIsSet = new CompletableFuture<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=report"))
                        .process(exchange -> newerIsSet.join())
                        .to("mock:result");
            }
        });
        MockEndpoint result = expect(2);
        cloud.desire("{\"t\":25}");
        cloud.desire("{\"t\":26}");
        newerIsSet.complete(null);
        result.assertIsSatisfied();
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":26}}"));
    }

    @Test
    void repliesBecomeExchangesOnRequest() throws Exception {
        from("shadow", "events=all", "syncOnConnect=false");
        MockEndpoint result = expect(1);
        template.requestBody(uri("shadow", "operation=update"), "{\"t\":27}");
        result.assertIsSatisfied();
        assertThat(result.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(IotCloudConstants.OPERATION, "update")
                .containsEntry(IotCloudConstants.RESULT, 0)
                .containsKey(IotCloudConstants.CLIENT_TOKEN);
    }

    @Test
    void getReturnsTheDocument() {
        template.requestBody(uri("shadow", "operation=update"), "{\"t\":27}");
        cloud.desire("{\"t\":25}");

        Exchange reply = template.request(uri("shadow", "operation=get"), exchange -> {});

        assertThat(reply.getMessage().getBody(JsonNode.class))
                .hasToString("{\"delta\":{\"t\":25},\"desired\":{\"t\":25},\"reported\":{\"t\":27}}");
        assertThat(reply.getMessage().getHeader(IotCloudConstants.RESULT)).isEqualTo(0);
        assertThat(reply.getMessage().getHeader(IotCloudConstants.VERSION, Long.class))
                .isPositive();
    }

    @Test
    void getIsFollowedByAnUpdateInOneRoute() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(uri("shadow", "operation=get"))
                        .setBody(constant("{\"t\":30}"))
                        .to(uri("shadow", "operation=update"))
                        .to(uri("shadow", "operation=clear"));
            }
        });
        template.requestBody("direct:in", (Object) null);
        assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":30}}");
    }

    @Test
    void updateTakesEveryUsualBody() throws Exception {
        for (Object body : List.of(
                "{\"t\":1}",
                "{\"t\":1}".getBytes(StandardCharsets.UTF_8),
                Map.of("t", 1),
                new ObjectMapper().readTree("{\"t\":1}"),
                new Reading(1))) {
            template.requestBody(uri("shadow", "operation=update"), "{\"t\":null}");
            template.requestBody(uri("shadow", "operation=update"), body);
            assertThat(cloud.state()).as(body.getClass().getName()).isEqualTo("{\"reported\":{\"t\":1}}");
        }
    }

    @Test
    void headerChoosesTheOperation() {
        template.requestBodyAndHeader(uri("shadow"), "{\"t\":1}", IotCloudConstants.OPERATION, "update");
        JsonNode state =
                template.requestBodyAndHeader(uri("shadow"), null, IotCloudConstants.OPERATION, "get", JsonNode.class);
        assertThat(state).hasToString("{\"reported\":{\"t\":1}}");
    }

    @Test
    void staleVersionFailsWithTheCurrentDocument() {
        template.requestBody(uri("shadow"), "{\"t\":1}");
        template.requestBody(uri("shadow"), "{\"t\":2}");
        long current = cloud.simulator().shadow(PRODUCT, DEVICE).path("version").asLong();

        assertThatThrownBy(() -> template.requestBodyAndHeader(
                        uri("shadow"), "{\"t\":3}", IotCloudConstants.VERSION, current + 7))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(ShadowVersionConflictException.class, conflict -> {
                    assertThat(conflict.currentVersion()).isEqualTo(current);
                    assertThat(conflict.currentState()
                                    .path("reported")
                                    .path("t")
                                    .asInt())
                            .isEqualTo(2);
                });
    }

    @Test
    void staleVersionIsRetriedOnRequest() {
        template.requestBodyAndHeader(uri("shadow", "onConflict=retry"), "{\"t\":3}", IotCloudConstants.VERSION, 77);
        assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":3}}");
    }

    @Test
    void sixtyFourConcurrentGetsReceiveTheirOwnReply() {
        String uri = uri("shadow", "operation=get");
        template.requestBody(uri, (Object) null);

        List<CompletableFuture<Exchange>> replies = IntStream.range(0, 64)
                .mapToObj(i -> template.asyncSend(uri, exchange -> exchange.setProperty("number", i)))
                .toList();

        List<String> tokens = replies.stream()
                .map(CompletableFuture::join)
                .map(reply -> reply.getMessage().getHeader(IotCloudConstants.CLIENT_TOKEN, String.class))
                .toList();
        assertThat(tokens).hasSize(64).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(pendingRequests()).isZero();
    }

    @Test
    void getWithoutReplyEndsInATimeoutAndLeavesNothingPending() {
        String uri = uri("shadow", "operation=get", "requestTimeout=300");
        template.requestBody(uri, (Object) null);
        cloud.faults().swallowShadowReplies(PRODUCT, DEVICE, true);

        assertThatThrownBy(() -> template.requestBody(uri, (Object) null))
                .cause()
                .isInstanceOf(ExchangeTimedOutException.class)
                .hasMessageContaining(PRODUCT + "/" + DEVICE);
        assertThat(pendingRequests()).isZero();
    }

    @Test
    void endpointsOfADeviceShareOneConnection() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow")).to(uri("event")).to("mock:result");
            }
        });
        MockEndpoint result = expect(1);
        cloud.desire("{\"t\":25}");
        result.assertIsSatisfied();

        assertThat(cloud.simulator().connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
        assertThat(cloud.connections()).isEqualTo(1);
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(1);
    }

    @Test
    void differentSettingsForOneDeviceFailAtStartAndNameBothEndpoints() {
        assertThatThrownBy(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri("shadow")).to(uri("event", "keepAlive=120"));
                    }
                }))
                .isInstanceOf(SettingsConflictException.class)
                .hasMessageContaining("iotcloud://shadow")
                .hasMessageContaining("iotcloud://event")
                .hasMessageContaining("keepAlive")
                .hasMessageNotContaining(Cloud.SECRET);
        await().until(() -> cloud.connections() == 0);
    }

    @Test
    void malformedMessageReachesTheErrorHandlerAndTheSessionLivesOn() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(MalformedMessageException.class)
                        .handled(true)
                        .process(exchange -> exchange.setProperty(
                                "thread", Thread.currentThread().getName()))
                        .to("mock:malformed");
                from(uri("shadow", "bridgeErrorHandler=true")).to("mock:result");
            }
        });
        MockEndpoint malformed = getMockEndpoint("mock:malformed");
        malformed.expectedMessageCount(1);
        MockEndpoint result = expect(1);

        push("{broken");
        malformed.assertIsSatisfied();
        assertThat(malformed.getExchanges().get(0).getProperty("thread", String.class))
                .startsWith("Camel");
        cloud.desire("{\"t\":25}");
        result.assertIsSatisfied();
        assertThat(cloud.simulator().connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @Test
    void deltaThatMayNotBeReportedDoesNotStopTheOnesBehindIt() throws Exception {
        from("shadow", "onSuccess=report");
        MockEndpoint result = expect(2);

        push("{\"type\":\"delta\",\"payload\":{\"state\":{\"a\":[null]},\"version\":0}}");
        cloud.desire("{\"t\":25}");

        result.assertIsSatisfied();
        await().until(() -> cloud.state().contains("\"reported\":{\"t\":25}"));
    }

    @Test
    void floodOfMalformedMessagesIsDroppedWithOneLineWhenTooManyWait() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow")).process(exchange -> busy.await()).to("mock:result");
            }
        });
        MockEndpoint result = expect(1);
        ShutdownAware consumer = (ShutdownAware) context.getRoutes().get(0).getConsumer();
        try (LogCapture log = LogCapture.begin()) {
            push("{\"type\":\"delta\",\"payload\":{\"state\":{},\"version\":0}}");
            for (int i = 0; i < 10_100; i++) {
                push("{broken");
            }
            await().until(() -> !log.messages().isEmpty());
            assertThat(consumer.getPendingExchangesSize()).isEqualTo(10_000);

            busy.countDown();
            result.assertIsSatisfied();
            await().until(() -> consumer.getPendingExchangesSize() == 0);
            assertThat(log.messages()).hasSize(2);
            assertThat(log.messages().get(0)).contains("shadow messages are dropped, 10000 wait");
            assertThat(log.messages().get(1)).contains("Malformed");
        } finally {
            busy.countDown();
        }
    }

    @Test
    void requestFailsAtOnceWhileTheCloudIsAway() {
        String uri = uri("shadow", "operation=get");
        template.requestBody(uri, (Object) null);
        cloud.faults().goAway();
        await().until(() -> session().status().state() != io.github.cameliotcloud.session.SessionState.CONNECTED);

        assertThatThrownBy(() -> template.requestBody(uri, (Object) null))
                .cause()
                .isInstanceOf(io.github.cameliotcloud.error.DeviceNotConnectedException.class);
    }

    /** A bean, as a user would send one. */
    public record Reading(int t) {}

    private void push(String message) {
        cloud.faults()
                .sendRaw(
                        PRODUCT,
                        DEVICE,
                        "$shadow/operation/result/" + PRODUCT + "/" + DEVICE,
                        message.getBytes(StandardCharsets.UTF_8),
                        0);
    }

    private DeviceSession session() {
        return context.getComponent("iotcloud", IotCloudComponent.class)
                .sessions()
                .sessions()
                .iterator()
                .next();
    }

    private int pendingRequests() {
        return session()
                .companion(ShadowClient.class, session -> {
                    throw new AssertionError("no shadow client");
                })
                .pendingRequests();
    }
}
