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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;

/** Updates by the device, protocol.md 5.3. */
class Section53UpdateRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @BeforeEach
    void create() {
        shadow.get();
    }

    @Test
    @DisplayName("5.3: outer and inner timestamp are equal and in ms, the version is the one after the update")
    void replyIsTheOneOfTheDocument() {
        assertThat(shadow.request(json(
                        "{'type':'update','state':{'reported':{'t':27}},'version':0,'clientToken':'ABC1234567-1'}")))
                .isEqualTo(json("{'clientToken':'ABC1234567-1','payload':{'state':{'reported':{'t':27}},'timestamp':"
                        + MS + ",'version':1},'result':0,'timestamp':" + MS + ",'type':'update'}"));
    }

    @Test
    @DisplayName("5.3: keys with an unchanged value are not echoed")
    void unchangedKeysAreNotEchoed() {
        shadow.update(json("{'reported':{'updateCount':1,'updateCount12':'shadow'}}"));

        assertThat(shadow.update(json("{'reported':{'updateCount':2,'updateCount12':'shadow'}}")))
                .isEqualTo(accepted(json("{'reported':{'updateCount':2}}"), 2));
    }

    @Test
    @DisplayName("5.3: all keys unchanged give an empty echo and a new version")
    void allKeysUnchangedGiveAnEmptyEchoAndANewVersion() {
        shadow.update(json("{'reported':{'t':1}}"));

        assertThat(shadow.update(json("{'reported':{'t':1}}"))).isEqualTo(accepted(json("{'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.3: keys that are not named stay")
    void keysThatAreNotNamedStay() {
        shadow.update(json("{'reported':{'a':1,'b':{'x':1,'y':2}}}"));

        assertThat(shadow.update(json("{'reported':{'b':{'y':3}}}")))
                .isEqualTo(accepted(json("{'reported':{'b':{'y':3}}}"), 2));
        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{'a':1,'b':{'x':1,'y':3}}}"), 2));
    }

    @Test
    @DisplayName("5.3: scalar and object replace each other")
    void scalarAndObjectReplaceEachOther() {
        shadow.update(json("{'reported':{'a':1}}"));

        assertThat(shadow.update(json("{'reported':{'a':{'x':1}}}")))
                .isEqualTo(accepted(json("{'reported':{'a':{'x':1}}}"), 2));
        assertThat(shadow.update(json("{'reported':{'a':2}}"))).isEqualTo(accepted(json("{'reported':{'a':2}}"), 3));
    }

    @Test
    @DisplayName("5.3: \"reported\":{\"k\":null} deletes k")
    void nullDeletesAReportedKey() {
        shadow.update(json("{'reported':{'a':1,'n':{'x':1,'y':2}}}"));

        assertThat(shadow.update(json("{'reported':{'a':null,'n':{'x':null},'unknown':null}}")))
                .isEqualTo(accepted(json("{'reported':{'a':null,'n':{'x':null}}}"), 2));
        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{'n':{'y':2}}}"), 2));
    }

    @Test
    @DisplayName("5.3: nulls inside a new object are not stored")
    void nullsInsideANewObjectAreNotStored() {
        assertThat(shadow.update(json("{'reported':{'a':{'x':null,'y':1},'b':{'z':null}}}")))
                .isEqualTo(accepted(json("{'reported':{'a':{'y':1}}}"), 1));
    }

    @Test
    @DisplayName("5.3: \"reported\":null clears the section")
    void reportedNullClearsTheSection() {
        shadow.update(json("{'reported':{'a':1,'b':2}}"));

        assertThat(shadow.update(json("{'reported':null}"))).isEqualTo(accepted(json("{'reported':null}"), 2));
        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.3: \"desired\":null clears desired; the echo shows the null and the time of each removed key")
    void desiredNullClearsDesired() {
        shadow.desired(json("{'a':1}"));
        shadow.outlet.takeAll();

        assertThat(shadow.request(json("{'type':'update','metadata':true,'state':{'desired':null}}")))
                .contains(json("'metadata':{'desired':{'a':{'timestamp':" + MS + "}}},'state':{'desired':null}"));
        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.3: \"desired\":null is echoed even when there was none")
    void desiredNullIsEchoedEvenWhenThereWasNone() {
        assertThat(shadow.update(json("{'desired':null}"))).isEqualTo(accepted(json("{'desired':null}"), 1));
    }

    @Test
    @DisplayName("5.3: \"desired\":{\"k\":null} deletes one desired key")
    void deviceDeletesOneDesiredKey() {
        shadow.desired(json("{'a':1,'b':2}"));
        shadow.outlet.takeAll();

        assertThat(shadow.update(json("{'desired':{'a':null}}")))
                .isEqualTo(accepted(json("{'desired':{'a':null}}"), 2));
        assertThat(shadow.get()).isEqualTo(document(json("{'delta':{'b':2},'desired':{'b':2},'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.3: metadata is in the reply on request")
    void metadataComesOnRequest() {
        assertThat(shadow.request(json("{'type':'update','metadata':true,'state':{'reported':{'a':{'x':1},'l':[1]}}}")))
                .contains(json(
                        "'metadata':{'reported':{'a':{'x':{'timestamp':" + MS + "}},'l':{'timestamp':" + MS + "}}}"));
        assertThat(shadow.update(json("{'reported':{'b':1}}"))).doesNotContain("metadata");
    }

    @Test
    @DisplayName("5.3: overwriteUpdate replaces the section")
    void overwriteUpdateReplacesTheSectionItNames() {
        shadow.desired(json("{'d':1}"));
        shadow.outlet.takeAll();
        shadow.update(json("{'reported':{'a':1,'b':2}}"));

        assertThat(shadow.request(json("{'type':'update','overwriteUpdate':true,'state':{'reported':{'b':2}}}")))
                .isEqualTo(accepted(json("{'reported':{'a':null}}"), 3));
        assertThat(shadow.get()).isEqualTo(document(json("{'delta':{'d':1},'desired':{'d':1},'reported':{'b':2}}"), 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "5000 | {}",
                "5003 | []",
                "5003 | 1",
                "5003 | null",
                "5003 | {'other':{}}",
                "5003 | {'reported':{'a':1},'other':1}",
                "5003 | {'reported':1}",
                "5003 | {'reported':[1]}"
            })
    @DisplayName("5.3: a state without reported and desired misses a key; other children are illegal nodes")
    void badStateIsRefused(int result, String state) {
        assertThat(shadow.update(json(state))).isEqualTo(rejected(result));
    }

    @Test
    @DisplayName("5.3: missing state is answered with 5000")
    void missingStateIsAnsweredWith5000() {
        assertThat(shadow.request(json("{'type':'update'}"))).isEqualTo(rejected(5000));
    }

    @Test
    void decimalsComeBackAsTheyWereSent() {
        String state = json("{'reported':{'a':25.0,'b':0.10,'c':12345678901234567890}}");

        assertThat(shadow.update(state)).isEqualTo(accepted(state, 1));
    }

    @Test
    void hugeExponentIsStoredAndComparedWithoutHarm() {
        shadow.update(json("{'reported':{'a':1e999999999}}"));
        shadow.desired(json("{'a':1e-999999999}"));

        assertThat(shadow.single()).contains(json("'type':'delta'"));
    }
}
