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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.error.DeviceNotConnectedException;

/** What happens to messages when connections and routes come and go; run with each transport. */
abstract class ReliabilityRoutes extends CloudRoutes {

    ReliabilityRoutes(String transport) {
        super(transport);
    }

    @Test
    void messagesSentWhileOfflineArriveInOrderAfterReconnect() throws Exception {
        route(uri("control", "cleanSession=false"));
        cloud.faults().goAway();
        await().until(() -> cloud.simulator().totalConnections() == 0);
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedBodiesReceived("0", "1", "2", "3", "4");
        for (int i = 0; i < 5; i++) {
            cloud.simulator().publishControl(PRODUCT, DEVICE, String.valueOf(i));
        }
        cloud.faults().comeBack();
        result.assertIsSatisfied();
    }

    @Test
    void messagesSentWhileTheRouteWasStoppedArriveWhenItStarts() throws Exception {
        route(uri("control", "cleanSession=false"));
        context.getRouteController().stopRoute("route");
        await().until(() -> cloud.connections() == 0);
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedBodiesReceived("hello");
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        context.getRouteController().startRoute("route");
        result.assertIsSatisfied();
    }

    @Test
    void messageStoredForALaterRouteOfTheSameDeviceWaitsForThatRoute() throws Exception {
        // GIVEN a persistent session with two subscriptions, whose routes were stopped
        route(uri("control", "cleanSession=false"));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("data", "cleanSession=false")).routeId("data").to("mock:data");
            }
        });
        context.getRouteController().stopRoute("route");
        context.getRouteController().stopRoute("data");
        await().until(() -> cloud.connections() == 0);
        cloud.simulator().publish(PRODUCT, DEVICE, "data", "stored".getBytes(), 1);

        // WHEN the session comes back with the other route first
        context.getRouteController().startRoute("route");
        cloud.simulator().publishControl(PRODUCT, DEVICE, "now");
        getMockEndpoint("mock:result").expectedMessageCount(1);
        getMockEndpoint("mock:result").assertIsSatisfied();
        getMockEndpoint("mock:data").expectedMessageCount(1);
        context.getRouteController().startRoute("data");

        // THEN the stored message is there
        getMockEndpoint("mock:data").assertIsSatisfied();
    }

    @Test
    void sessionThatTheCloudForgotIsSubscribedAgain() throws Exception {
        route(uri("control", "cleanSession=false"));
        cloud.faults().forgetSessions();
        cloud.cut();
        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2
                && !cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    @Test
    void failedExchangeIsDeliveredAgainOnRequest() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control", "cleanSession=false", "onFailure=redeliver"))
                        .process(exchange -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("first try fails");
                            }
                        })
                        .to("mock:result");
            }
        });
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:result").assertIsSatisfied();
        assertThat(cloud.simulator().connectCount(PRODUCT, DEVICE)).isEqualTo(2);
    }

    @Test
    void failedExchangeIsAcknowledgedByDefault() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control", "cleanSession=false"))
                        .process(exchange -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new IllegalStateException("first try fails");
                            }
                        })
                        .to("mock:result");
            }
        });
        cloud.simulator().publishControl(PRODUCT, DEVICE, "bad");
        await().until(() -> tries.get() == 1 && context.getInflightRepository().size() == 0);
        cloud.cut();
        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2);
        getMockEndpoint("mock:result").expectedBodiesReceived("good");
        cloud.simulator().publishControl(PRODUCT, DEVICE, "good");
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    @Test
    void producerWaitsForTheConnectionOnRequest() {
        String uri = uri("event", "offlinePolicy=wait", "requestTimeout=20000");
        template.requestBody(uri, "first");
        cloud.faults().goAway();
        await().until(() -> cloud.simulator().totalConnections() == 0);
        CompletableFuture<Exchange> sent =
                template.asyncSend(uri, exchange -> exchange.getMessage().setBody("second"));
        cloud.faults().comeBack();
        assertThat(sent.join().getException()).isNull();
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(2);
    }

    @Test
    void producerWaitsNoLongerThanTheRequestTimeout() {
        String uri = uri("event", "offlinePolicy=wait", "requestTimeout=300");
        template.requestBody(uri, "first");
        cloud.faults().goAway();
        await().until(() -> cloud.simulator().totalConnections() == 0);
        assertThatThrownBy(() -> template.requestBody(uri, "second"))
                .cause()
                .isInstanceOf(DeviceNotConnectedException.class);
    }

    @Test
    void stopWaitsForTheExchangeInWorkAndAcknowledgesIt() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("control", "cleanSession=false"))
                        .routeId("route")
                        .process(exchange -> {
                            working.countDown();
                            release.await(10, TimeUnit.SECONDS);
                        })
                        .to("mock:result");
            }
        });
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> {
            try {
                context.getRouteController().stopRoute("route", 20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        release.countDown();
        await().atMost(Duration.ofSeconds(20)).until(stopped::isDone);
        getMockEndpoint("mock:result").assertIsSatisfied();

        // THEN nothing is left to be delivered again
        context.getRouteController().startRoute("route");
        cloud.simulator().publishControl(PRODUCT, DEVICE, "next");
        getMockEndpoint("mock:result").expectedMessageCount(2);
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    @Test
    void stopConfirmsTheDeltaInWork() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=report", "requestTimeout=60000"))
                        .routeId("route")
                        .process(exchange -> {
                            working.countDown();
                            release.await(10, TimeUnit.SECONDS);
                        });
            }
        });
        cloud.desire("{\"t\":25}");
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(() -> {
            try {
                return context.getRouteController().stopRoute("route", 20, TimeUnit.SECONDS, true);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        release.countDown();
        assertThat(stopped.get(30, TimeUnit.SECONDS)).as("stopped in time").isTrue();
        assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":25}}");
    }

    @Test
    void suspendedShadowRouteCatchesUpWhenItIsResumed() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=report")).routeId("route").to("mock:result");
            }
        });
        context.getRouteController().suspendRoute("route");
        cloud.desire("{\"t\":25}");
        getMockEndpoint("mock:result").expectedMessageCount(1);
        context.getRouteController().resumeRoute("route");
        getMockEndpoint("mock:result").assertIsSatisfied();
        await().until(() -> cloud.state().equals("{\"reported\":{\"t\":25}}"));
    }

    @Test
    void deltasGoOnAfterTheShadowWasDeletedAndItsVersionsStartedAnew() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("shadow", "onSuccess=report")).to("mock:result");
            }
        });
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(3);
        for (int i = 1; i <= 3; i++) {
            int t = i;
            cloud.desire("{\"t\":" + t + "}");
            await().until(() -> cloud.state().equals("{\"reported\":{\"t\":" + t + "}}"));
        }
        result.assertIsSatisfied();
        cloud.simulator().deleteShadow(PRODUCT, DEVICE);

        result.reset();
        result.expectedMessageCount(1);
        cloud.desire("{\"t\":9}");
        result.assertIsSatisfied();
        await().until(() -> cloud.state().equals("{\"reported\":{\"t\":9}}"));
    }

    @Test
    void suspendedContextResumes() throws Exception {
        route(uri("control", "cleanSession=false"));
        context.suspend();
        context.resume();
        getMockEndpoint("mock:result").expectedMessageCount(1);
        cloud.simulator().publishControl(PRODUCT, DEVICE, "hello");
        getMockEndpoint("mock:result").assertIsSatisfied();
    }

    private void route(String in) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(in).routeId("route").convertBodyTo(String.class).to("mock:result");
            }
        });
    }
}
