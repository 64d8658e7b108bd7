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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Each switch in both of its positions. */
class ShadowSwitchesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.cameliotcloud.simulator.shadow.ShadowSwitchCases#all")
    void usualBehaviourIsTheOneOfTheDigest(ShadowSwitchCase one) {
        assertThat(sent(one, ShadowRules.DEFAULT)).isEqualTo(quoted(one.usual()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.cameliotcloud.simulator.shadow.ShadowSwitchCases#all")
    void switchTakesTheAlternative(ShadowSwitchCase one) {
        assertThat(sent(one, ShadowRules.DEFAULT.with(one.theSwitch()))).isEqualTo(quoted(one.alternative()));
    }

    @Test
    void everySwitchHasACase() {
        assertThat(ShadowSwitchCases.all().map(ShadowSwitchCase::theSwitch)).contains(ShadowSwitch.values());
    }

    @Test
    void allSwitchesTogetherStillAnswer() {
        ShadowFixture shadow = ShadowFixture.with(ShadowSwitch.values());
        ShadowSwitchCases.all().forEach(one -> {
            one.before().accept(shadow);
            one.probe().accept(shadow);
        });
        shadow.outlet.takeAll();

        assertThat(shadow.request(json("{'type':'get','metadata':true}"))).contains(json("'result':0"));
    }

    private static List<String> sent(ShadowSwitchCase one, ShadowRules rules) {
        ShadowFixture shadow = new ShadowFixture(rules);
        one.before().accept(shadow);
        shadow.outlet.takeAll();
        one.probe().accept(shadow);
        return shadow.outlet.takeAll();
    }

    private static List<String> quoted(List<String> documents) {
        return documents.stream().map(ShadowFixture::json).toList();
    }
}
