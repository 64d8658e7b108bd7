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

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.PredicateValidationException;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static io.github.cameliotcloud.testing.Cloud.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.error.PrintableText;
import io.github.cameliotcloud.testing.Cloud;
import io.github.cameliotcloud.testing.LogCapture;

/** What a stranger may put into a header that a toD(...) puts into its URI. */
class HostileOptionsIT extends CamelTestSupport {

    private static final String OURS = "io.github.cameliotcloud";

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private ServerSocket evil;
    private LogCapture log;

    @BeforeEach
    void openTheTrap() throws IOException {
        evil = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        evil.setSoTimeout(1);
        log = LogCapture.beginTracing(OURS);
    }

    @AfterEach
    void close() throws IOException {
        log.close();
        evil.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"product", "device", "name", "device in RAW"})
    void hostileValueIsRefusedBeforeAnythingIsConnected(String option) throws Exception {
        toD(option);
        for (String value : hostileValues().toList()) {
            Exchange exchange = send(value);
            assertThat(rootCause(exchange))
                    .as(PrintableText.of(value))
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessageNotContaining(SECRET)
                    .message()
                    .doesNotContainPattern("[\\p{C}\\u2028\\u2029]")
                    .hasSizeLessThan(350);
        }
        nothingWasConnected();
        logIsClean();
    }

    @Test
    void secretOfTheRouteIsNotQuotedWhenAHeaderSwallowsIt() throws Exception {
        toD("device");
        assertThat(rootCause(send("RAW(dev-01"))).hasMessageNotContaining(SECRET);
        // nor where nobody looks at the URI before
        assertThatThrownBy(() -> context.getEndpoint(
                        "iotcloud:event?product=P&device=RAW(dev-01&deviceSecret=RAW(" + SECRET + ")"))
                .rootCause()
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("device=dev-01&...:")
                .hasMessageNotContaining(SECRET);
        nothingWasConnected();
    }

    @Test
    void secondBrokerBesideTheOneOfTheUriIsRefused() {
        String taken = cloud.uri("event") + "&brokerUrl=tcp://127.0.0.1:" + evil.getLocalPort();
        assertThatThrownBy(() -> context.getEndpoint(taken))
                .rootCause()
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option brokerUrl=[");
    }

    @Test
    void honestValueGetsThroughWhateverTheRestOfTheUriIsMadeOf() throws Exception {
        context.getPropertiesComponent().addInitialProperty("more", "keepAlive=30&maxPublishRate=20");
        toD("${header.x.replace('&','')}", "event", "{{more}}");
        assertThat(send(DEVICE).getException()).isNull();
        assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(1);
    }

    /** Known and documented: Camel 4.17 has resolved it before any component hears of it. Camel 4.22 leaves that to us. */
    @Test
    void headerThatIsNotValidatedCanNameAPropertyAtMost() throws Exception {
        context.getPropertiesComponent().addInitialProperty("the.device", DEVICE);
        toD("device");
        Exception refusal = send("{{the.device}}").getException();
        if (refusal == null) {
            assertThat(cloud.simulator().received(PRODUCT, DEVICE, "event")).hasSize(1);
        } else {
            assertThat(refusal).isInstanceOf(InvalidOptionException.class);
            assertThat(cloud.simulator().received()).isEmpty();
        }
    }

    @Test
    void validatedHeaderCannotEvenNameAProperty() throws Exception {
        context.getPropertiesComponent().addInitialProperty("device.secret", "topSecret");
        IotCloudConfiguration options =
                context.getComponent("iotcloud", IotCloudComponent.class).getConfiguration();
        options.setDeviceSecret(SECRET);
        options.setBrokerUrl(cloud.simulator().brokerUrl());
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("validated.camel.yaml", """
                        - errorHandler:
                            noErrorHandler: {}
                        - from:
                            uri: direct:in
                            steps:
                              - validate:
                                  simple: "${header.x} regex '[A-Za-z0-9_-]{1,48}'"
                              - toD:
                                  uri: iotcloud:event?product=ABC1234567&device=${header.x}
                        """));

        for (String value : Stream.concat(hostileValues(), Stream.of("{{device.secret}}", DEVICE + "\n"))
                .toList()) {
            assertThat(send(value).getException())
                    .as(PrintableText.of(value))
                    .isInstanceOf(PredicateValidationException.class);
        }
        nothingWasConnected();
        assertThat(send(DEVICE).getException()).isNull();
    }

    private Stream<String> hostileValues() {
        String takeover = "&brokerUrl=tcp://127.0.0.1:" + evil.getLocalPort();
        return Stream.of(
                "/",
                "a//b",
                "a+b",
                "+",
                "#",
                "a#b",
                "a;b",
                "..",
                "a b",
                "",
                "%00",
                "%0d%0aWARN forged",
                "a\r\nWARN forged",
                "a\tb",
                "a\u0000b",
                "\u001b[31m",
                "a\u0085WARN forged",
                "a\u2028WARN forged",
                "\u202e10-ved",
                "d\u0435v-01",
                "\uff0f",
                DEVICE + takeover,
                DEVICE + takeover.replace("&", "%26"),
                DEVICE + takeover.replace("&", "%2526"),
                DEVICE + ")" + takeover + "&x=RAW(y",
                DEVICE + "&keepAlive=30",
                "RAW(a/b)",
                "RAW(" + DEVICE,
                "RAW{" + DEVICE,
                "#class:java.util.Date",
                "%23class:java.util.Date",
                "%7B%7Bdevice.secret%7D%7D",
                "x".repeat(10_000_000));
    }

    /** Starts a route whose toD takes one option from the header x. */
    private void toD(String option) throws Exception {
        switch (option) {
            case "name" -> toD(DEVICE, "topic", "name=${header.x}");
            case "device" -> toD("${header.x}", "event");
            case "device in RAW" -> toD("RAW(${header.x})", "event");
            default -> toD(DEVICE, "event", "product=${header.x}");
        }
    }

    private void toD(String device, String channel, String... options) throws Exception {
        String uri = cloud.uri(channel, options).replace("device=" + DEVICE, "device=" + device);
        String single =
                List.of(options).toString().contains("product=") ? uri.replace("product=" + PRODUCT + "&", "") : uri;
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler().logStackTrace(false).logExhaustedMessageHistory(false));
                from("direct:in").toD(single);
            }
        });
    }

    private Exchange send(String value) {
        return template.send("direct:in", exchange -> {
            exchange.getMessage().setHeader("x", value);
            exchange.getMessage().setBody("{}");
        });
    }

    private void nothingWasConnected() {
        assertThat(context.getComponent("iotcloud", IotCloudComponent.class)
                        .sessions()
                        .sessions())
                .isEmpty();
        assertThat(cloud.simulator().connectAttempts(PRODUCT, DEVICE)).isZero();
        assertThat(cloud.simulator().received()).isEmpty();
        assertThatThrownBy(evil::accept).isInstanceOf(SocketTimeoutException.class);
    }

    /** Camel's error handler logs each failure. */
    private void logIsClean() {
        assertThat(log.messages())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .hasSizeLessThan(20_000)
                        .doesNotContainPattern("(?m)^WARN forged")
                        .doesNotContainPattern("[\\p{C}\\u2028\\u2029&&[^\\n\\t]]"));
    }

    private static Throwable rootCause(Exchange exchange) {
        Throwable cause = exchange.getException();
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
