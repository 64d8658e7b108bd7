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
package io.github.cameliotcloud.simulator.shadow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShadowRejectionTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "x",
                "null",
                "1",
                "[]",
                "\"text\"",
                "{\"type\":\"get\"} x",
                "{\"type\":\"get\",\"type\":\"update\"}",
                "{\"type\":\"get\",\"n\":NaN}",
                "{\"type\":\"get\",\"n\":1e99999999999}"
            })
    void whatIsNoJsonObjectIsAnsweredWith5004(String payload) {
        assertThat(shadow.request(payload)).isEqualTo("{\"payload\":{},\"result\":5004,\"timestamp\":" + MS + "}");
    }

    @Test
    void bytesThatAreNoUtf8AreAnsweredWith5004() {
        shadow.service.handle(shadow.device, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});

        assertThat(shadow.single()).contains("\"result\":5004");
    }

    @Test
    void jsonNestedWithoutEndIsAnsweredWith5004() {
        assertThat(shadow.request("[".repeat(8000))).contains("\"result\":5004");
        assertThat(shadow.request("{\"a\":".repeat(2500) + "1" + "}".repeat(2500)))
                .contains("\"result\":5004");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 496, 497, 498, 499, 500, 501, 996, 997, 998, 999, 1000, 1001})
    void deepArraysAreAnsweredWhetherTheyCanBeReadOrNot(int depth) {
        String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        String answer = shadow.request("{\"type\":\"update\",\"metadata\":true,\"state\":{\"reported\":" + deep + "}}");

        assertThat(answer).contains(depth < 498 ? "\"result\":0" : "\"result\":5004");
        assertThat(shadow.get()).contains("\"result\":0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000 | {}",
                "5003 | []",
                "5003 | 1",
                "5003 | null",
                "5003 | {\"other\":{}}",
                "5003 | {\"reported\":{\"a\":1},\"other\":1}",
                "5003 | {\"reported\":1}",
                "5003 | {\"reported\":[1]}",
                "5003 | {\"reported\":{\"a\":[1,null]}}",
                "5003 | {\"reported\":{\"a\":[[null]]}}",
                "5003 | {\"desired\":{\"a\":1}}",
                "5003 | {\"desired\":{\"a\":null,\"b\":{\"c\":false}}}",
                "5003 | {\"desired\":{\"a\":[]}}",
                "5002 | {\"reported\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":1}}}}}}}",
                "5002 | {\"reported\":{\"a\":{\"b\":{\"c\":{\"d\":[{\"f\":{}}]}}}}}"
            })
    void badStateIsRefused(int result, String state) {
        assertThat(shadow.update(state)).isEqualTo(rejected(result));
    }

    @Test
    void missingStateIsAnsweredWith5000() {
        assertThat(shadow.request("{\"type\":\"update\",\"clientToken\":\"c\"}"))
                .isEqualTo("{\"clientToken\":\"c\",\"payload\":{},\"result\":5000,\"timestamp\":" + MS
                        + ",\"type\":\"update\"}");
    }

    @Test
    void missingTypeIsAnsweredWith5000() {
        assertThat(shadow.request("{\"clientToken\":\"c\"}"))
                .isEqualTo("{\"clientToken\":\"c\",\"payload\":{},\"result\":5000,\"timestamp\":" + MS + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.5", "true", "{}", "[]", "99999999999999999999"})
    void versionThatIsNoIntegerIsAnsweredWith5101(String version) {
        assertThat(shadow.request(
                        "{\"type\":\"update\",\"version\":" + version + ",\"state\":{\"reported\":{\"a\":1}}}"))
                .isEqualTo(rejected(5101));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "delta", "GET", ""})
    void unknownTypeGetsNoAnswer(String type) {
        shadow.service.handle(shadow.device, ("{\"type\":\"" + type + "\"}").getBytes(UTF_8));

        assertThat(shadow.outlet.takeAll()).isEmpty();
    }

    @Test
    void fiveLevelsAreAllowed() {
        String state = "{\"reported\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}}";
        shadow.get();

        assertThat(shadow.update(state)).isEqualTo(accepted(state, 1));
    }

    @Test
    void documentOver16KbIsRefusedAndTheOldOneStays() {
        shadow.get();
        shadow.update("{\"reported\":{\"a\":\"" + "x".repeat(10_000) + "\"}}");

        assertThat(shadow.update("{\"reported\":{\"b\":\"" + "x".repeat(10_000) + "\"}}"))
                .isEqualTo(rejected(5006));
        assertThat(shadow.get()).contains("\"version\":1").doesNotContain("\"b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reported\":{\"a\":1}}", "{\"reported\":null,\"desired\":{\"a\":1}}", "{\"x\":1}"})
    void applicationWritesDesiredOnly(String state) {
        assertThatThrownBy(() -> shadow.service.updateDesired(shadow.device, ShadowJson.parseObject(state), 0))
                .isInstanceOf(ShadowRejectedException.class);
    }

    @Test
    void hugeExponentIsStoredAndComparedWithoutHarm() {
        shadow.get();
        shadow.update("{\"reported\":{\"a\":1e999999999}}");
        shadow.desired("{\"a\":1e-999999999}");

        assertThat(shadow.single()).contains("\"type\":\"delta\"");
    }
}
