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

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.S;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The worked sequences of protocol.md 5.9, byte for byte; each starts where the one before ends. G is in CloudApiIT. */
class ShadowSequencesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @Test
    @DisplayName("5.9 A: first contact")
    void sequenceAFirstContact() {
        assertThat(shadow.request("{\"type\":\"get\",\"clientToken\":\"c-0\"}"))
                .isEqualTo("{\"clientToken\":\"c-0\",\"payload\":{\"state\":{\"reported\":{}},\"timestamp\":" + S
                        + ",\"version\":0},\"result\":0,\"timestamp\":" + S + ",\"type\":\"get\"}");
        assertThat(shadow.request("{\"type\":\"update\",\"state\":{\"reported\":{\"t\":27,\"m\":\"cool\"}},"
                        + "\"version\":0,\"clientToken\":\"c-1\"}"))
                .isEqualTo("{\"clientToken\":\"c-1\",\"payload\":{\"state\":{\"reported\":{\"m\":\"cool\",\"t\":27}},"
                        + "\"timestamp\":" + MS + ",\"version\":1},\"result\":0,\"timestamp\":" + MS
                        + ",\"type\":\"update\"}");
    }

    @Test
    @DisplayName("5.9 B: repeat one unchanged key")
    void sequenceBRepeatOneUnchangedKey() {
        sequenceAFirstContact();

        assertThat(shadow.update("{\"reported\":{\"t\":28,\"m\":\"cool\"}}"))
                .isEqualTo(accepted("{\"reported\":{\"t\":28}}", 2));
    }

    @Test
    @DisplayName("5.9 C: stale version")
    void sequenceCStaleVersion() {
        sequenceBRepeatOneUnchangedKey();

        assertThat(shadow.request("{\"type\":\"update\",\"state\":{\"reported\":{\"t\":29}},\"version\":1}"))
                .isEqualTo("{\"payload\":{\"state\":{\"reported\":{\"m\":\"cool\",\"t\":28}},\"timestamp\":" + MS
                        + ",\"version\":2},\"result\":5005,\"timestamp\":" + MS + ",\"type\":\"update\"}");
        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{\"m\":\"cool\",\"t\":28}}", 2));
    }

    @Test
    @DisplayName("5.9 D: an application sets desired while the device is online")
    void sequenceDApplicationSetsDesiredWhileOnline() {
        sequenceCStaleVersion();

        String answer =
                ShadowJson.text(shadow.service.updateDesired(shadow.device, ShadowJson.desiredState("{\"t\":25}"), 2));

        assertThat(answer)
                .isEqualTo("{\"payload\":{\"metadata\":{\"desired\":{\"t\":{\"timestamp\":" + MS + "}}},"
                        + "\"state\":{\"desired\":{\"t\":25}},\"timestamp\":" + MS + ",\"version\":3},"
                        + "\"result\":0,\"timestamp\":" + MS + ",\"type\":\"update\"}");
        assertThat(shadow.single()).isEqualTo(delta("{\"t\":25}", 3));
        assertThat(shadow.request("{\"type\":\"update\",\"state\":{\"reported\":{\"t\":25},\"desired\":null},"
                        + "\"version\":3}"))
                .isEqualTo(accepted("{\"desired\":null,\"reported\":{\"t\":25}}", 4));
    }

    @Test
    @DisplayName("5.9 D, alternative: report first, then clear desired by a second update")
    void sequenceDInTwoUpdates() {
        sequenceCStaleVersion();
        shadow.service.updateDesired(shadow.device, ShadowJson.desiredState("{\"t\":25}"), 2);
        shadow.outlet.takeAll();

        assertThat(shadow.update("{\"reported\":{\"t\":25}}")).isEqualTo(accepted("{\"reported\":{\"t\":25}}", 4));
        assertThat(shadow.update("{\"desired\":null}")).isEqualTo(accepted("{\"desired\":null}", 5));
        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{\"m\":\"cool\",\"t\":25}}", 5));
    }

    @Test
    @DisplayName("5.9 E: an application sets desired while the device is offline")
    void sequenceEApplicationSetsDesiredWhileOffline() {
        sequenceDApplicationSetsDesiredWhileOnline();

        shadow.desired("{\"t\":20}");
        // the document goes to the outlet, which has nobody to send it to; nothing is queued
        shadow.outlet.takeAll();

        assertThat(shadow.get())
                .isEqualTo(document(
                        "{\"delta\":{\"t\":20},\"desired\":{\"t\":20},\"reported\":{\"m\":\"cool\",\"t\":25}}", 5));
    }

    @Test
    @DisplayName("5.9 F: delete one key")
    void sequenceFDeleteOneKey() {
        sequenceEApplicationSetsDesiredWhileOffline();

        assertThat(shadow.update("{\"reported\":{\"m\":null}}")).isEqualTo(accepted("{\"reported\":{\"m\":null}}", 6));
        assertThat(shadow.get())
                .isEqualTo(document("{\"delta\":{\"t\":20},\"desired\":{\"t\":20},\"reported\":{\"t\":25}}", 6));
    }

    @Test
    @DisplayName("5.9 G: wrong version of an application")
    void sequenceGWrongVersionOfAnApplication() {
        sequenceFDeleteOneKey();

        assertThatThrownBy(() -> shadow.service.updateDesired(shadow.device, ShadowJson.desiredState("{\"t\":1}"), 5))
                .isInstanceOfSatisfying(
                        ShadowRejectedException.class,
                        e -> assertThat(e.result()).isEqualTo(ShadowResult.VERSION_MISMATCH));
        assertThat(shadow.outlet.takeAll()).isEmpty();
        assertThat(shadow.get())
                .isEqualTo(document("{\"delta\":{\"t\":20},\"desired\":{\"t\":20},\"reported\":{\"t\":25}}", 6));
    }
}
