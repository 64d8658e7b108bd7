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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The push of a delta, protocol.md 5.5. That nothing is kept for an offline device is in {@code ShadowIT}. */
class Section55DeltaRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @BeforeEach
    void create() {
        shadow.get();
    }

    @Test
    @DisplayName("5.5: a delta has neither clientToken nor result nor metadata, its keys are directly under state")
    void deltaIsTheOneOfTheDocument() {
        shadow.desired(json("{'t':25}"));

        assertThat(shadow.single())
                .isEqualTo(json("{'payload':{'state':{'t':25},'timestamp':" + MS + ",'version':1},'timestamp':" + MS
                        + ",'type':'delta'}"));
    }

    @Test
    @DisplayName("5.5: its version is the one after the update; deltas come with strictly growing versions")
    void deltaHasTheVersionAfterTheUpdate() {
        shadow.desired(json("{'a':1}"));
        shadow.desired(json("{'b':2}"));

        assertThat(shadow.outlet.takeAll()).containsExactly(delta(json("{'a':1}"), 1), delta(json("{'a':1,'b':2}"), 2));
    }

    @Test
    @DisplayName("5.5: a write that leaves no difference pushes nothing")
    void writeWithoutADifferencePushesNothing() {
        shadow.update(json("{'reported':{'a':1}}"));

        shadow.desired(json("{'a':1}"));
        shadow.desired("null");

        assertThat(shadow.outlet.takeAll()).isEmpty();
    }

    @Test
    @DisplayName("5.5: a reported update pushes nothing, even when a difference remains")
    void reportPushesNothing() {
        shadow.desired(json("{'a':1}"));
        shadow.outlet.takeAll();

        assertThat(shadow.update(json("{'reported':{'t':26}}"))).isEqualTo(accepted(json("{'reported':{'t':26}}"), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'reported':{'a':1}}", "{'reported':null,'desired':{'a':1}}", "{'x':1}"})
    @DisplayName("5.5: applications write desired and nothing else")
    void applicationWritesDesiredOnly(String state) {
        assertThatThrownBy(() -> shadow.service.updateDesired(shadow.device, ShadowJson.parseObject(json(state)), 0))
                .isInstanceOf(ShadowRejectedException.class);
        assertThat(shadow.outlet.takeAll()).isEqualTo(List.of());
    }

    @Test
    @DisplayName("5.5: with the switch for it, a write of reported alone pushes nothing")
    void applicationsWriteOfReportedPushesNothing() {
        ShadowFixture early = ShadowFixture.with(ShadowSwitch.APPLICATION_REPORTED_ACCEPTED);
        early.desired(json("{'a':1}"));
        early.outlet.takeAll();

        early.service.updateDesired(early.device, ShadowJson.parseObject(json("{'reported':{'b':1}}")), 0);

        assertThat(early.outlet.takeAll()).isEmpty();
    }
}
