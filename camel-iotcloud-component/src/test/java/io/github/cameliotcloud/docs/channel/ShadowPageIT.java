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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.example.Setpoint;
import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.IotCloudConstants;
import io.github.cameliotcloud.error.ShadowVersionConflictException;
import io.github.cameliotcloud.testing.DocsSnippet;

class ShadowPageIT extends ChannelPage {

    private static final Pattern HEADER = Pattern.compile("`(CamelIotCloud\\w+)`");

    ShadowPageIT() {
        super("shadow");
    }

    @ParameterizedTest
    @EnumSource
    void deltaBecomesAFile(Dsl dsl) throws Exception {
        run(dsl, "first");
        desire("{\"temperature\":20}");
        Path deltas = directory.resolve("deltas");
        await().untilAsserted(() -> assertThat(contents(deltas)).containsExactly("{\"temperature\":20}"));
    }

    @ParameterizedTest
    @EnumSource
    void processedDeltaIsReported(Dsl dsl) throws Exception {
        user("heating");
        run(dsl, "report");
        desire("{\"temperature\":20}");
        awaitState("{\"reported\":{\"temperature\":20}}");
    }

    @ParameterizedTest
    @EnumSource
    void routeReportsWhatTheDeviceDoesAndTheWishIsCleared(Dsl dsl) throws Exception {
        user("heating", exchange -> exchange.getMessage().setBody("{\"temperature\":22}"));
        run(dsl, "clear");
        desire("{\"temperature\":30}");
        awaitState("{\"reported\":{\"temperature\":22}}");
    }

    @ParameterizedTest
    @EnumSource
    void bodyIsAMapAndHeadersTellTheRest(Dsl dsl) throws Exception {
        MockEndpoint settings = user("settings");
        run(dsl, "map");
        long version = desire("{\"temperature\":20}");
        settings.assertIsSatisfied();

        Message delta = settings.getExchanges().get(0).getMessage();
        assertThat(delta.getBody()).isEqualTo(Map.of("temperature", 20));
        assertThat(delta.getHeader("change")).isEqualTo("dev-01 version " + version);
        assertThat(delta.getHeader(IotCloudConstants.OPERATION)).isEqualTo("delta");
        assertThat(delta.getHeaders()).containsKeys(headersOfTheTable());
    }

    @ParameterizedTest
    @EnumSource
    void bodyIsAnObjectOfTheUsersClass(Dsl dsl) throws Exception {
        MockEndpoint setpoints = user("setpoints");
        run(dsl, "pojo");
        desire("{\"temperature\":20}");
        setpoints.assertIsSatisfied();
        assertThat(setpoints.getExchanges().get(0).getMessage().getBody()).isEqualTo(new Setpoint(20));
    }

    @ParameterizedTest
    @EnumSource
    void readingIsReported(Dsl dsl) throws Exception {
        run(dsl, "update");
        Exchange reply = template.request(
                "direct:readings", exchange -> exchange.getMessage().setBody(Map.of("temperature", 21)));
        assertThat(stateInTheCloud()).isEqualTo("{\"reported\":{\"temperature\":21}}");
        assertThat(reply.getMessage().getHeader(IotCloudConstants.VERSION))
                .isEqualTo(cloud.shadow(PRODUCT, DEVICE).path("version").asLong());
    }

    @ParameterizedTest
    @EnumSource
    void documentBecomesTheBody(Dsl dsl) throws Exception {
        MockEndpoint document = user("document");
        run(dsl, "get");
        desire("{\"temperature\":20}");
        template.sendBody("direct:ask", null);
        document.assertIsSatisfied();
        JsonNode state = document.getExchanges().get(0).getMessage().getBody(JsonNode.class);
        assertThat(state.path("desired")).hasToString("{\"temperature\":20}");
        assertThat(state.path("delta")).hasToString("{\"temperature\":20}");
    }

    @ParameterizedTest
    @EnumSource
    void resetTakesTheWishBackAndKeepsWhatWasReported(Dsl dsl) throws Exception {
        run(dsl, "reset");
        template.requestBody("iotcloud:shadow", "{\"temperature\":21}");
        desire("{\"temperature\":20}");
        template.sendBody("direct:reset", null);
        assertThat(stateInTheCloud()).isEqualTo("{\"reported\":{\"temperature\":21}}");
    }

    @ParameterizedTest
    @EnumSource
    void decisionHoldsWhenNobodyWasFaster(Dsl dsl) throws Exception {
        user("decide", exchange -> exchange.getMessage().setBody("{\"temperature\":26}"));
        MockEndpoint conflict = user("conflict");
        conflict.expectedMessageCount(0);
        run(dsl, "conflict");
        template.sendBody("direct:adjust", null);
        assertThat(stateInTheCloud()).isEqualTo("{\"reported\":{\"temperature\":26}}");
        assertThat(conflict.getExchanges()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void decisionFailsWhenSomebodyWasFaster(Dsl dsl) throws Exception {
        user("decide", exchange -> {
            desire("{\"temperature\":30}");
            exchange.getMessage().setBody("{\"temperature\":26}");
        });
        MockEndpoint conflict = user("conflict");
        run(dsl, "conflict");
        desire("{\"temperature\":20}");
        template.sendBody("direct:adjust", null);
        conflict.assertIsSatisfied();
        assertThat(conflict.getExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT))
                .isInstanceOfSatisfying(
                        ShadowVersionConflictException.class,
                        thrown -> assertThat(thrown.currentState().path("desired"))
                                .hasToString("{\"temperature\":30}"));
        assertThat(stateInTheCloud()).doesNotContain("26");
    }

    @ParameterizedTest
    @EnumSource
    void conflictIsRetried(Dsl dsl) throws Exception {
        run(dsl, "retry");
        template.requestBodyAndHeader("direct:counter", "{\"restarts\":3}", IotCloudConstants.VERSION, 77);
        assertThat(stateInTheCloud()).isEqualTo("{\"reported\":{\"restarts\":3}}");
    }

    @ParameterizedTest
    @EnumSource
    void answersAndDeltasAreToldApart(Dsl dsl) throws Exception {
        MockEndpoint heating = user("heating");
        heating.expectedHeaderReceived(IotCloudConstants.OPERATION, "delta");
        MockEndpoint audit = user("audit");
        run(dsl, "all");
        // a get of the start that comes behind the update finds the delta once more, under the update's version
        await().untilAsserted(() -> assertThat(operations(audit)).containsExactly("get"));
        desire("{\"temperature\":20}");
        template.requestBody("iotcloud:shadow", "{\"battery\":80}");
        heating.assertIsSatisfied();
        // the mock counts a message before it keeps it, so what it has kept is awaited
        await().untilAsserted(() -> assertThat(operations(audit)).containsExactly("get", "update"));
        assertThat(audit.getExchanges())
                .extracting(reply -> reply.getMessage().getHeader(IotCloudConstants.RESULT))
                .containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void eachDeviceReportsForItself(Dsl dsl) throws Exception {
        run(dsl, "many");
        template.requestBodyAndHeader("direct:fleet", "{\"temperature\":1}", "device", DEVICE);
        template.requestBodyAndHeader("direct:fleet", "{\"temperature\":2}", "device", OTHER_DEVICE);
        assertThat(stateInTheCloud()).isEqualTo("{\"reported\":{\"temperature\":1}}");
        assertThat(cloud.shadow(PRODUCT, OTHER_DEVICE).at("/state/reported")).hasToString("{\"temperature\":2}");
    }

    @Test
    void pageShowsTheClassThatIsUsed() throws IOException {
        String source = Files.readString(Path.of("src/test/java/com/example/Setpoint.java"));
        assertThat(source).endsWith(DocsSnippet.of(page("shadow"), "setpoint") + "\n");
    }

    private static List<Object> operations(MockEndpoint user) {
        return user.getExchanges().stream()
                .map(exchange -> exchange.getMessage().getHeader(IotCloudConstants.OPERATION))
                .toList();
    }

    private long desire(String state) {
        return cloud.setDesired(PRODUCT, DEVICE, state);
    }

    private void awaitState(String state) {
        await().untilAsserted(() -> assertThat(stateInTheCloud()).isEqualTo(state));
    }

    private static String[] headersOfTheTable() throws IOException {
        String page = DocsSnippet.page(page("shadow"));
        String table = page.substring(page.indexOf("|Header |On a delta"));
        return HEADER.matcher(table.substring(0, table.indexOf("\n|===")))
                .results()
                .map((MatchResult header) -> header.group(1))
                .toArray(String[]::new);
    }

    private static List<String> contents(Path folder) throws IOException {
        assertThat(folder).isDirectory();
        List<String> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.add(Files.readString(file));
            }
        }
        return contents;
    }
}
