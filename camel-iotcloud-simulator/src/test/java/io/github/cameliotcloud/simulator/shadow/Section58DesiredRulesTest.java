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
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may write desired, protocol.md 5.8. */
class Section58DesiredRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @Test
    @DisplayName("5.8: applications write desired")
    void applicationsWriteDesired() {
        assertThat(shadow.desired(json("{'a':1}"))).contains(json("'state':{'desired':{'a':1}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1}", "{'a':null,'b':{'c':false}}", "{'a':[]}"})
    @DisplayName("5.8: a device does not write desired, it only clears it")
    void deviceDoesNotWriteDesired(String desired) {
        assertThat(shadow.update(json("{'desired':" + desired + "}"))).isEqualTo(ShadowFixture.rejected(5003));
    }

    @Test
    @DisplayName("5.8: with the switch for it a device writes desired, which is shown by a get and pushed by nothing")
    void deviceWritesDesiredWhenTheSwitchIsOn() {
        ShadowFixture lenient = ShadowFixture.with(ShadowSwitch.DEVICE_DESIRED_ACCEPTED);

        lenient.update(json("{'desired':{'a':1}}"));

        assertThat(lenient.get()).contains(json("'delta':{'a':1},'desired':{'a':1}"));
    }
}
