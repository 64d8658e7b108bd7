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

import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class MetersIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @BindToRegistry
    final MeterRegistry meters = new SimpleMeterRegistry();

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(cloud.uri("shadow", "onSuccess=report")).to("mock:deltas");
            }
        };
    }

    @Test
    void sessionsAreCountedByTheirStateUntilTheComponentStops() {
        assertThat(sessions("connected")).isEqualTo(1);
        assertThat(sessions("backing_off")).isZero();

        cloud.faults().goAway();
        await().untilAsserted(() -> assertThat(sessions("connected")).isZero());

        context.stop();
        assertThat(meters.find("camel.iotcloud.sessions").gauges()).isEmpty();
    }

    @Test
    void eachConnectionButTheFirstIsAReconnect() {
        assertThat(reconnects()).isZero();

        cloud.faults().goAway();
        await().untilAsserted(() -> assertThat(sessions("connected")).isZero());
        cloud.faults().comeBack();

        await().untilAsserted(() -> assertThat(reconnects()).isEqualTo(1));
    }

    @Test
    void deltasAndTheReportsThatConfirmThemAreMeasured() {
        // GIVEN a shadow that was got once, when the device had connected
        await().untilAsserted(() -> assertThat(shadowRequests("get")).isEqualTo(1));

        cloud.simulator().setDesired(PRODUCT, DEVICE, "{\"t\":25}");

        await().untilAsserted(() -> assertThat(shadowRequests("update")).isEqualTo(1));
        assertThat(meter("camel.iotcloud.deltas").counter().count()).isEqualTo(1);
    }

    @Test
    void publishesAreCountedByChannelAndByWhatWentWrong() {
        String event = cloud.uri("event", "requestTimeout=500");
        template.sendBody(event, "first");
        assertThat(publishes("none")).isEqualTo(1);

        cloud.faults().goAway();
        await().untilAsserted(() -> assertThat(sessions("connected")).isZero());

        assertThatThrownBy(() -> template.sendBody(event, "second")).isInstanceOf(CamelExecutionException.class);
        assertThat(publishes("DeviceNotConnectedException")).isEqualTo(1);
        assertThat(publishes("none")).isEqualTo(1);
    }

    private double sessions(String state) {
        return meter("camel.iotcloud.sessions").tag("state", state).gauge().value();
    }

    private double reconnects() {
        return meter("camel.iotcloud.reconnects").counter().count();
    }

    private double publishes(String exception) {
        return meter("camel.iotcloud.publishes")
                .tag("channel", "event")
                .tag("exception", exception)
                .counter()
                .count();
    }

    private long shadowRequests(String type) {
        return meters
                .find("camel.iotcloud.shadow.requests")
                .tag("camelContext", context.getName())
                .tag("type", type)
                .tag("exception", "none")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private RequiredSearch meter(String name) {
        return meters.get(name).tag("camelContext", context.getName());
    }
}
