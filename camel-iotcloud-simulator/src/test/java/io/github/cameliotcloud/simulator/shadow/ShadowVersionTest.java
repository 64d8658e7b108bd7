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

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The rules of protocol.md 5.4. */
class ShadowVersionTest {

    private static final String REPORT = "{\"reported\":{\"t\":1}}";

    private final ShadowFixture shadow = new ShadowFixture();

    @Test
    void firstUpdateWithoutAGetKeepsVersionZero() {
        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));
        assertThat(shadow.update("{\"reported\":{\"t\":2}}")).isEqualTo(accepted("{\"reported\":{\"t\":2}}", 1));
    }

    @Test
    void firstUpdateAfterAGetAddsOne() {
        shadow.get();

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 1));
    }

    @Test
    void firstUpdateAfterDescribeAddsOne() {
        shadow.service.describe(shadow.device);

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 1));
    }

    @Test
    void lookingIsNoAccess() {
        shadow.service.peek(shadow.device);

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));
    }

    @Test
    void desiredWriteAlwaysAddsOne() {
        shadow.desired("{\"t\":1}");

        assertThat(shadow.single()).isEqualTo(delta("{\"t\":1}", 1));
    }

    @Test
    void equalVersionIsAccepted() {
        shadow.get();
        shadow.update(REPORT);

        assertThat(shadow.request("{\"type\":\"update\",\"version\":1,\"state\":" + REPORT + "}"))
                .isEqualTo(accepted("{\"reported\":{}}", 2));
    }

    @Test
    void higherVersionIsRefusedLikeALowerOne() {
        shadow.get();
        shadow.update(REPORT);

        assertThat(shadow.request("{\"type\":\"update\",\"version\":2,\"state\":" + REPORT + "}"))
                .contains("\"result\":5005", "\"version\":1");
        assertThat(shadow.request("{\"type\":\"update\",\"version\":-1,\"state\":" + REPORT + "}"))
                .contains("\"result\":5005", "\"version\":1");
    }

    @Test
    void conflictShowsTheCompleteDocument() {
        shadow.get();
        shadow.update(REPORT);
        shadow.desired("{\"t\":2}");
        shadow.outlet.takeAll();

        assertThat(shadow.request("{\"type\":\"update\",\"version\":1,\"state\":" + REPORT + "}"))
                .contains("\"state\":{\"delta\":{\"t\":2},\"desired\":{\"t\":2},\"reported\":{\"t\":1}}");
    }

    @Test
    void failedUpdateDoesNotAddOne() {
        shadow.get();
        shadow.update("{\"illegal\":{}}");

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 1));
    }

    @Test
    void deletedShadowStartsAgain() {
        shadow.get();
        shadow.update(REPORT);

        shadow.service.delete(shadow.device);

        assertThat(shadow.get()).contains("\"state\":{\"reported\":{}}", "\"version\":0");
    }

    @Test
    void firstDeviceUpdateAfterDeletionKeepsVersionZero() {
        shadow.get();
        shadow.update(REPORT);

        shadow.service.delete(shadow.device);

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));
        assertThat(shadow.update("{\"reported\":{\"t\":2}}")).isEqualTo(accepted("{\"reported\":{\"t\":2}}", 1));
    }

    @Test
    void desiredWriteAfterDeletionIsVersionOne() {
        shadow.desired("{\"t\":1}");
        shadow.desired("{\"t\":2}");
        shadow.outlet.takeAll();

        shadow.service.delete(shadow.device);
        shadow.desired("{\"t\":3}");

        assertThat(shadow.single()).isEqualTo(delta("{\"t\":3}", 1));
    }

    @Test
    void applicationConflictChangesNothing() {
        shadow.desired("{\"t\":1}");
        shadow.outlet.takeAll();

        assertThatThrownBy(() -> shadow.service.updateDesired(shadow.device, ShadowJson.desiredState("{\"t\":2}"), 7))
                .hasMessage("5005: the version does not match");
        assertThat(shadow.outlet.takeAll()).isEmpty();
    }
}
