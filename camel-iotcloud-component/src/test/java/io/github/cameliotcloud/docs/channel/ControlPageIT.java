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
package io.github.cameliotcloud.docs.channel;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.IotCloudConstants;
import io.github.cameliotcloud.simulator.ReceivedMessage;

class ControlPageIT extends ChannelPage {

    ControlPageIT() {
        super("control");
    }

    @ParameterizedTest
    @EnumSource
    void commandArrivesWithItsHeaders(Dsl dsl) throws Exception {
        MockEndpoint commands = user("commands");
        run(dsl, "first");
        cloud.publishControl(PRODUCT, DEVICE, "on");
        commands.assertIsSatisfied();
        assertThat(commands.getExchanges().get(0).getMessage().getBody()).isEqualTo(new byte[] {'o', 'n'});
        assertThat(commands.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(IotCloudConstants.PRODUCT, PRODUCT)
                .containsEntry(IotCloudConstants.DEVICE, DEVICE)
                .containsEntry(IotCloudConstants.TOPIC, "ABC1234567/dev-01/control")
                .containsEntry(IotCloudConstants.QOS, 1);
    }

    @ParameterizedTest
    @EnumSource
    void jsonBecomesAMap(Dsl dsl) throws Exception {
        MockEndpoint commands = user("commands");
        run(dsl, "json");
        cloud.publishControl(PRODUCT, DEVICE, "{\"reboot\":true}");
        commands.assertIsSatisfied();
        assertThat(commands.getExchanges().get(0).getMessage().getBody()).isEqualTo(Map.of("reboot", true));
    }

    @ParameterizedTest
    @EnumSource
    void commandIsAnsweredByAnEventOnTheSameConnection(Dsl dsl) throws Exception {
        user("commands", exchange -> exchange.getMessage().setBody("done"));
        run(dsl, "answer");
        cloud.publishControl(PRODUCT, DEVICE, "reboot");
        await().untilAsserted(() -> assertThat(cloud.received(PRODUCT, DEVICE, "event"))
                .extracting(ReceivedMessage::text)
                .containsExactly("done"));
        assertThat(cloud.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void failedCommandIsPutAsideAfterThreeTriesAndTheNextOneFollows(Dsl dsl) throws Exception {
        MockEndpoint commands = user("commands", exchange -> {
            if (exchange.getMessage().getBody(String.class).equals("bad")) {
                throw new IllegalStateException("as the test wants it");
            }
        });
        commands.expectedMessageCount(4);
        MockEndpoint failed = user("failed");
        failed.expectedBodiesReceived(bytes("bad"));
        run(dsl, "dead-letter");
        cloud.publishControl(PRODUCT, DEVICE, "bad");
        cloud.publishControl(PRODUCT, DEVICE, "good");
        failed.assertIsSatisfied();
        commands.assertIsSatisfied();
        await().until(() -> cloud.pendingMessages(PRODUCT, DEVICE) == 0);
        assertThat(cloud.connectCount(PRODUCT, DEVICE)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void cloudSendsAFailedCommandAgainOnANewConnection(Dsl dsl) throws Exception {
        MockEndpoint commands = user("commands", failingOnce());
        commands.expectedMessageCount(2);
        commands.allMessages().body(String.class).isEqualTo("reboot");
        run(dsl, "redeliver");
        cloud.publishControl(PRODUCT, DEVICE, "reboot");
        commands.assertIsSatisfied();
        await().until(() -> cloud.pendingMessages(PRODUCT, DEVICE) == 0);
        assertThat(cloud.connectCount(PRODUCT, DEVICE)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void commandSentWhileTheRouteIsStoppedArrivesLater(Dsl dsl) throws Exception {
        MockEndpoint commands = user("commands");
        run(dsl, "offline");
        context.getRouteController().stopRoute("commands");
        await().until(() -> cloud.connections(PRODUCT, DEVICE) == 0);
        cloud.publishControl(PRODUCT, DEVICE, "on");
        commands.expectedBodiesReceived(bytes("on"));
        context.getRouteController().startRoute("commands");
        commands.assertIsSatisfied();
    }

    private static Processor failingOnce() {
        AtomicInteger calls = new AtomicInteger();
        return exchange -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("as the test wants it");
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
