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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

class GracefulShutdownIT {

    @Test
    void exchangesInWorkAreFinishedAndConfirmedWhenTheApplicationIsClosed() throws Exception {
        try (IotCloudSimulator cloud = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01", SECRET)
                .start()) {
            ConfigurableApplicationContext application = new SpringApplicationBuilder(SlowApplication.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .run(
                            "--camel.main.routes-include-pattern=false",
                            "--DEVICE_SECRET=" + SECRET,
                            "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl());
            Gate gate = application.getBean(Gate.class);
            CamelContext camel = application.getBean(CamelContext.class);
            cloud.publishControl("ABC1234567", "dev-01", "{\"reboot\":true}");
            cloud.setDesired("ABC1234567", "dev-01", "{\"target\":21}");
            assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> closed = CompletableFuture.runAsync(application::close);
            await().atMost(Duration.ofSeconds(10)).until(camel::isStopping);
            assertThat(closed).as("waits for the exchanges").isNotDone();
            assertThat(cloud.pendingMessages("ABC1234567", "dev-01")).isEqualTo(1);
            gate.open.countDown();

            assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
            assertThat(cloud.pendingMessages("ABC1234567", "dev-01"))
                    .as("not acknowledged")
                    .isZero();
            assertThat(cloud.shadow("ABC1234567", "dev-01")
                            .at("/state/reported/target")
                            .asInt())
                    .isEqualTo(21);
            assertThat(cloud.connections("ABC1234567", "dev-01")).isZero();
        }
    }

    /** Holds exchanges until it is opened. */
    static final class Gate {
        private final CountDownLatch entered = new CountDownLatch(2);
        private final CountDownLatch open = new CountDownLatch(1);

        void pass() throws InterruptedException {
            entered.countDown();
            assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @EnableAutoConfiguration
    static class SlowApplication {

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean
        RouteBuilder routes(Gate gate) {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("iotcloud:control").process(exchange -> gate.pass());
                    from("iotcloud:shadow?onSuccess=report").process(exchange -> gate.pass());
                }
            };
        }
    }
}
