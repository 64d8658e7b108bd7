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
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.S;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The document, protocol.md 5.1. */
class Section51DocumentRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @Test
    @DisplayName("5.1: reported is written by the device, desired by applications")
    void deviceWritesReportedAndApplicationsDesired() {
        shadow.get();
        shadow.update(json("{'reported':{'t':27}}"));
        shadow.desired(json("{'t':25}"));
        shadow.outlet.takeAll();

        assertThat(shadow.get())
                .isEqualTo(document(json("{'delta':{'t':25},'desired':{'t':25},'reported':{'t':27}}"), 2));
    }

    @Test
    @DisplayName("5.1: desired is present only when set")
    void desiredDisappearsWithItsLastKey() {
        shadow.desired(json("{'a':1}"));
        shadow.outlet.takeAll();
        shadow.update(json("{'desired':{'a':null}}"));

        assertThat(shadow.get()).isEqualTo(document(json("{'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.1: metadata is the time of the last update of each attribute")
    void metadataKeepsTheTimeOfTheLastChange() {
        shadow.update(json("{'reported':{'a':{'x':1,'y':1},'b':1,'l':[1]}}"));
        shadow.clock.advance(Duration.ofSeconds(1));
        shadow.update(json("{'reported':{'a':{'x':1,'y':2},'b':1,'l':[2]}}"));

        long later = MS + 1000;
        assertThat(shadow.request(json("{'type':'get','metadata':true}")))
                .contains(json("'metadata':{'reported':{'a':{'x':{'timestamp':" + MS + "},'y':{'timestamp':" + later
                        + "}},'b':{'timestamp':" + MS + "},'l':{'timestamp':" + later + "}}}"));
    }

    @Test
    @DisplayName("5.1: the version is kept by the cloud, +1 with each update; the timestamp is the last update's")
    void versionAndTimestampFollowTheUpdates() {
        shadow.get();
        shadow.update(json("{'reported':{'a':1}}"));
        shadow.clock.advance(Duration.ofSeconds(1));
        shadow.update(json("{'reported':{'a':2}}"));
        shadow.clock.advance(Duration.ofSeconds(1));

        assertThat(shadow.get()).contains(json("'timestamp':" + (MS + 1000) + ",'version':2"));
    }

    @Test
    @DisplayName("5.1: a fresh shadow shows an empty reported, version 0 and the time now in seconds")
    void freshShadowIsTheOneOfTheLog() {
        assertThat(shadow.get())
                .isEqualTo(json("{'payload':{'state':{'reported':{}},'timestamp':" + S + ",'version':0},'result':0,"
                        + "'timestamp':" + S + ",'type':'get'}"));
    }

    @Test
    @DisplayName("5.1: arrays are replaced as a whole")
    void arraysAreReplacedAsAWhole() {
        shadow.get();
        shadow.update(json("{'reported':{'a':[1,2,3]}}"));

        assertThat(shadow.update(json("{'reported':{'a':[1,2]}}")))
                .isEqualTo(accepted(json("{'reported':{'a':[1,2]}}"), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,null]", "[[null]]", "{'b':[null]}"})
    @DisplayName("5.1: arrays have no null elements")
    void nullElementsAreRefused(String array) {
        assertThat(shadow.update(json("{'reported':{'a':" + array + "}}"))).isEqualTo(rejected(5003));
    }

    @Test
    @DisplayName("5.1: five levels are allowed")
    void fiveLevelsAreAllowed() {
        String state = json("{'reported':{'a':{'b':{'c':{'d':{'e':1}}}}}}");
        shadow.get();

        assertThat(shadow.update(state)).isEqualTo(accepted(state, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'b':{'c':{'d':{'e':{'f':1}}}}}", "{'b':{'c':{'d':[{'f':{}}]}}}"})
    @DisplayName("5.1: six levels are too deep")
    void sixLevelsAreTooDeep(String value) {
        assertThat(shadow.update(json("{'reported':{'a':" + value + "}}"))).isEqualTo(rejected(5002));
    }

    @Test
    @DisplayName("5.1: the limit of levels is a setting")
    void depthIsASetting() {
        ShadowFixture six = new ShadowFixture(ShadowRules.DEFAULT.withMaxDepth(6));

        assertThat(six.update(json("{'reported':{'a':{'b':{'c':{'d':{'e':{'f':1}}}}}}}")))
                .contains(json("'result':0"));
    }

    @Test
    @DisplayName("5.1: a document over 16 KB is refused and the old one stays")
    void documentOver16KbIsRefusedAndTheOldOneStays() {
        // {"reported":{"a":"..."}} has 22 bytes besides the text
        assertThat(shadow.update(json("{'reported':{'a':'" + "x".repeat(16 * 1024 - 22) + "'}}")))
                .contains(json("'result':0"));

        assertThat(shadow.update(json("{'reported':{'b':1}}"))).isEqualTo(rejected(5006));
        assertThat(shadow.get()).contains(json("'version':0")).doesNotContain(json("'b'"));
    }

    @Test
    @DisplayName("5.1: older pages have 8 KB")
    void sizeIsASetting() {
        ShadowFixture older = new ShadowFixture(ShadowRules.DEFAULT.withMaxBytes(8 * 1024));

        assertThat(older.update(json("{'reported':{'a':'" + "x".repeat(8 * 1024) + "'}}")))
                .isEqualTo(rejected(5006));
    }

    @Test
    @DisplayName("5.1: the number of attributes is unlimited")
    void attributesAreUnlimited() {
        assertThat(shadow.update(attributes(1000))).contains(json("'result':0"));
    }

    @Test
    @DisplayName("3.2: 20 attributes in edition L")
    void livePageAllows20Attributes() {
        ShadowFixture live = new ShadowFixture(ShadowRules.LIVE_PAGE);

        assertThat(live.update(attributes(19))).contains(json("'result':0"));
        live.desired(json("{'d':{'x':1}}"));
        assertThat(live.outlet.takeAll()).hasSize(1);

        assertThat(live.update(json("{'reported':{'one':1}}"))).isEqualTo(rejected(5006));
        assertThat(live.update(json("{'reported':{'k0':null,'one':1}}"))).contains(json("'result':0"));
    }

    @Test
    void limitsBelowOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShadowRules.DEFAULT.withMaxBytes(0))
                .withMessage("The shadow rule maxBytes must be 1 or more: 0");
        assertThatIllegalArgumentException().isThrownBy(() -> ShadowRules.DEFAULT.withMaxDepth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ShadowRules.DEFAULT.withMaxAttributes(-1));
    }

    private static String attributes(int count) {
        StringBuilder state = new StringBuilder("{'reported':{");
        for (int i = 0; i < count; i++) {
            state.append(i == 0 ? "" : ",").append("'k").append(i).append("':1");
        }
        return json(state.append("}}").toString());
    }
}
