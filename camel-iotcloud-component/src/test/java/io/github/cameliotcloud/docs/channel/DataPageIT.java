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

import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.ReceivedMessage;

class DataPageIT extends ChannelPage {

    DataPageIT() {
        super("data");
    }

    @ParameterizedTest
    @EnumSource
    void bodyReachesTheCloud(Dsl dsl) throws Exception {
        run(dsl, "up");
        template.sendBody("direct:readings", "21");
        assertThat(cloud.received(PRODUCT, DEVICE, "data"))
                .extracting(ReceivedMessage::text)
                .containsExactly("21");
    }

    @ParameterizedTest
    @EnumSource
    void messageOfTheCloudArrives(Dsl dsl) throws Exception {
        MockEndpoint messages = user("messages");
        messages.expectedBodiesReceived(bytes("hello"));
        run(dsl, "down");
        cloud.publish(PRODUCT, DEVICE, "data", bytes("hello"), 1);
        messages.assertIsSatisfied();
    }

    @ParameterizedTest
    @EnumSource
    void messageIsAnsweredOnTheSameTopic(Dsl dsl) throws Exception {
        MockEndpoint messages =
                user("messages", exchange -> exchange.getMessage().setBody(Map.of("answer", 42)));
        run(dsl, "answer");
        cloud.publish(PRODUCT, DEVICE, "data", bytes("{\"question\":\"all\"}"), 1);
        messages.assertIsSatisfied();
        assertThat(messages.getExchanges().get(0).getMessage().getBody()).isEqualTo(Map.of("question", "all"));
        await().untilAsserted(() -> assertThat(cloud.received(PRODUCT, DEVICE, "data"))
                .extracting(ReceivedMessage::text)
                .containsExactly("{\"answer\":42}"));
        assertThat(cloud.connectAttempts(PRODUCT, DEVICE)).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
