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

import java.util.Map;

import javax.management.JMException;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.cameliotcloud.testing.Cloud.DEVICE;
import static io.github.cameliotcloud.testing.Cloud.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.chaos.ClassHistogram;
import io.github.cameliotcloud.session.ConnectRequest;
import io.github.cameliotcloud.testing.Cloud;

/** How long secrets stay in memory. Counts live objects, so a test that runs beside it would disturb it. */
class HeldSecretsIT extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @ParameterizedTest
    @EnumSource(Transport.class)
    void resolvedSecretIsHeldNoLongerThanItTakesToConnect(Transport transport) throws Exception {
        // GIVEN a device that got its secret twice, in a JVM where other tests may have left some
        Map<Class<?>, Integer> before = counts();
        context.getRegistry().bind("resolver", (SecretResolver) identity -> Cloud.SECRET);
        start(transport);
        cloud.cut();
        await().until(() -> cloud.simulator().connectCount(PRODUCT, DEVICE) == 2
                && !cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());

        // THEN the component holds neither the secret nor what was signed with it, while connected and stopped
        assertNothingIsHeldBeyond(before);
        context.stop();
        assertNothingIsHeldBeyond(before);
    }

    private static void assertNothingIsHeldBeyond(Map<Class<?>, Integer> before) {
        await().untilAsserted(() -> assertThat(counts())
                .allSatisfy(
                        (type, count) -> assertThat(count).as(type.getName()).isLessThanOrEqualTo(before.get(type))));
    }

    private static Map<Class<?>, Integer> counts() throws JMException {
        return Map.of(
                DeviceSecret.class, ClassHistogram.count(DeviceSecret.class),
                Credentials.class, ClassHistogram.count(Credentials.class),
                ConnectRequest.class, ClassHistogram.count(ConnectRequest.class));
    }

    private void start(Transport transport) throws Exception {
        String uri = cloud.uri("control", "transport=" + transport.uriName())
                .replace("deviceSecret=RAW(" + Cloud.SECRET + ")", "secretResolver=#resolver");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).to("mock:result");
            }
        });
        await().until(() -> !cloud.simulator().subscriptions(PRODUCT, DEVICE).isEmpty());
    }
}
