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

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The result codes, protocol.md 5.6. */
class Section56ResultCodesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0    | 'state':{'reported':{'a':1}}",
                "5000 | 'version':0",
                "5002 | 'state':{'reported':{'a':{'b':{'c':{'d':{'e':{'f':1}}}}}}}",
                "5003 | 'state':{'other':{}}",
                "5005 | 'state':{'reported':{'a':1}},'version':5",
                "5101 | 'state':{'reported':{'a':1}},'version':'5'"
            })
    @DisplayName("5.6: each code has its cause")
    void eachCodeHasItsCause(int code, String rest) {
        assertThat(shadow.request(json("{'type':'update'," + rest + "}"))).contains(json("'result':" + code + ","));
    }

    @Test
    @DisplayName("5.6: 5006 for a document that is too large")
    void code5006IsForALargeDocument() {
        assertThat(shadow.update(json("{'reported':{'a':'" + "x".repeat(16 * 1024) + "'}}")))
                .contains(json("'result':5006"));
    }

    @Test
    @DisplayName("5.6: an error reply carries a payload object and the token of its request")
    void errorReplyHasPayloadAndToken() {
        assertThat(shadow.request(json("{'type':'update','clientToken':7}")))
                .isEqualTo(
                        json("{'clientToken':'7','payload':{},'result':5000,'timestamp':" + MS + ",'type':'update'}"));
    }

    @Test
    @DisplayName("5.6: missing type is a missing key")
    void missingTypeIsAnsweredWith5000() {
        assertThat(shadow.request(json("{'clientToken':'c'}")))
                .isEqualTo(json("{'clientToken':'c','payload':{},'result':5000,'timestamp':" + MS + "}"));
    }

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
                "'text'",
                "{'type':'get'} x",
                "{'type':'get','type':'update'}",
                "{'type':'get','n':NaN}",
                "{'type':'get','n':1e99999999999}"
            })
    @DisplayName("5.6: what is no JSON object is answered with 5004, an empty payload and no token")
    void whatIsNoJsonObjectIsAnsweredWith5004(String payload) {
        assertThat(shadow.request(json(payload)))
                .isEqualTo(json("{'payload':{},'result':5004,'timestamp':" + MS + "}"));
    }

    @Test
    void bytesThatAreNoUtf8AreAnsweredWith5004() {
        shadow.service.handle(shadow.device, new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});

        assertThat(shadow.single()).contains(json("'result':5004"));
    }

    @Test
    void jsonNestedWithoutEndIsAnsweredWith5004() {
        assertThat(shadow.request("[".repeat(8000))).contains(json("'result':5004"));
        assertThat(shadow.request(json("{'a':").repeat(2500) + "1" + "}".repeat(2500)))
                .contains(json("'result':5004"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 496, 497, 498, 499, 500, 501, 996, 997, 998, 999, 1000, 1001})
    void deepArraysAreAnsweredWhetherTheyCanBeReadOrNot(int depth) {
        String deep = json("{'a':") + "[".repeat(depth) + "]".repeat(depth) + "}";

        String answer = shadow.request(json("{'type':'update','metadata':true,'state':{'reported':" + deep + "}}"));

        assertThat(answer).contains(depth < 498 ? json("'result':0") : json("'result':5004"));
        assertThat(shadow.get()).contains(json("'result':0"));
    }
}
