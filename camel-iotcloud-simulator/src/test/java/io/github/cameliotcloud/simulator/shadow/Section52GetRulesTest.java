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

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.S;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Get and delta, protocol.md 5.2. */
class Section52GetRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'ABC1234567-0','ABC1234567-0'",
                "'\\u6e29 \\u0022','温 \\\"'",
                "8480,'8480'",
                "1.50,'1.50'",
                "true,'true'"
            })
    @DisplayName("5.2: clientToken is echoed unchanged, a number as a string")
    void clientTokenIsEchoedAsText(String sent, String echoed) {
        assertThat(shadow.request(json("{'type':'get','clientToken':" + sent + "}")))
                .startsWith(json("{'clientToken':" + echoed + ","));
    }

    @Test
    @DisplayName("5.2: the reply is compact and its keys are in alphabetical order")
    void replyIsTheOneOfTheDocument() {
        shadow.get();
        shadow.update(json("{'reported':{'z':1,'t':27}}"));
        shadow.desired(json("{'t':25}"));
        shadow.outlet.takeAll();

        assertThat(shadow.request(json("{'type':'get','clientToken':'ABC1234567-0'}")))
                .isEqualTo(json("{'clientToken':'ABC1234567-0','payload':{'state':{'delta':{'t':25},'desired':{'t':25},"
                        + "'reported':{'t':27,'z':1}},'timestamp':" + MS + ",'version':2},'result':0,'timestamp':" + S
                        + ",'type':'get'}"));
    }

    @Test
    @DisplayName("5.2: delta is computed on the fly and not stored")
    void deltaFollowsReportedWithoutAnotherDesiredWrite() {
        shadow.desired(json("{'t':25,'u':1}"));
        shadow.outlet.takeAll();
        shadow.update(json("{'reported':{'t':25}}"));

        assertThat(shadow.get())
                .isEqualTo(document(json("{'delta':{'u':1},'desired':{'t':25,'u':1},'reported':{'t':25}}"), 2));
    }

    @Test
    @DisplayName("5.2: without desired there is neither desired nor delta")
    void withoutDesiredThereIsNeither() {
        shadow.update(json("{'reported':{'t':25}}"));

        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{'t':25}}"), 0));
    }

    @Test
    @DisplayName("5.2: delta leaves equal keys out, and is left out when it is empty")
    void noDeltaWhenNothingDiffers() {
        shadow.update(json("{'reported':{'t':25,'l':[1,2]}}"));
        shadow.desired(json("{'t':25.0}"));

        assertThat(shadow.outlet.takeAll()).isEmpty();
        assertThat(shadow.get()).isEqualTo(document(json("{'desired':{'t':25.0},'reported':{'l':[1,2],'t':25}}"), 1));
    }

    @Test
    @DisplayName("5.2: delta compares nested objects key by key and arrays as a whole")
    void deltaIsRecursiveAndArraysAreAtomic() {
        shadow.update(json("{'reported':{'n':{'x':1,'y':2},'l':[1,2]}}"));

        shadow.desired(json("{'n':{'x':1,'y':3},'l':[1,3]}"));

        assertThat(shadow.single()).isEqualTo(delta(json("{'l':[1,3],'n':{'y':3}}"), 1));
    }

    @Test
    @DisplayName("5.2: metadata is off by default and comes on request")
    void metadataComesOnRequest() {
        shadow.update(json("{'reported':{'t':25}}"));

        assertThat(shadow.get()).doesNotContain("metadata");
        assertThat(shadow.request(json("{'type':'get','metadata':false}"))).doesNotContain("metadata");
        assertThat(shadow.request(json("{'type':'get','metadata':true}")))
                .contains(json("'metadata':{'reported':{'t':{'timestamp':" + MS + "}}}"));
    }

    @Test
    @DisplayName("5.2: the inner timestamp is the last change in ms, the outer one the server's time in seconds")
    void timestampsHaveTheUnitsOfTheLogs() {
        shadow.update(json("{'reported':{'t':25}}"));
        shadow.clock.advance(Duration.ofSeconds(8));

        assertThat(shadow.get())
                .contains(
                        json("'timestamp':" + MS + ",'version':0}"), json("'timestamp':" + (S + 8) + ",'type':'get'"));
    }
}
