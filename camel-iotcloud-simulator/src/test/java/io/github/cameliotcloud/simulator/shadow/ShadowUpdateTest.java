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
import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static org.assertj.core.api.Assertions.assertThat;

class ShadowUpdateTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @BeforeEach
    void firstContact() {
        shadow.get();
    }

    @Test
    void allKeysUnchangedGiveAnEmptyEchoAndANewVersion() {
        shadow.update("{\"reported\":{\"t\":1}}");

        assertThat(shadow.update("{\"reported\":{\"t\":1}}")).isEqualTo(accepted("{\"reported\":{}}", 2));
    }

    @Test
    void nestedObjectsAreMerged() {
        shadow.update("{\"reported\":{\"a\":{\"x\":1,\"y\":2}}}");

        assertThat(shadow.update("{\"reported\":{\"a\":{\"y\":3}}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":{\"y\":3}}}", 2));
        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{\"a\":{\"x\":1,\"y\":3}}}", 2));
    }

    @Test
    void nestedNullDeletes() {
        shadow.update("{\"reported\":{\"a\":{\"x\":1,\"y\":2}}}");

        assertThat(shadow.update("{\"reported\":{\"a\":{\"x\":null}}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":{\"x\":null}}}", 2));
        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{\"a\":{\"y\":2}}}", 2));
    }

    @Test
    void nullsInsideANewObjectAreNotStored() {
        assertThat(shadow.update("{\"reported\":{\"a\":{\"x\":null,\"y\":1},\"b\":{\"z\":null}}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":{\"y\":1}}}", 1));
    }

    @Test
    void arraysAreReplacedAsAWhole() {
        shadow.update("{\"reported\":{\"a\":[1,2,3]}}");

        assertThat(shadow.update("{\"reported\":{\"a\":[1,2]}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":[1,2]}}", 2));
    }

    @Test
    void scalarAndObjectReplaceEachOther() {
        shadow.update("{\"reported\":{\"a\":1}}");

        assertThat(shadow.update("{\"reported\":{\"a\":{\"x\":1}}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":{\"x\":1}}}", 2));
        assertThat(shadow.update("{\"reported\":{\"a\":2}}")).isEqualTo(accepted("{\"reported\":{\"a\":2}}", 3));
    }

    @Test
    void reportedNullClearsTheSection() {
        shadow.update("{\"reported\":{\"a\":1,\"b\":2}}");

        assertThat(shadow.update("{\"reported\":null}")).isEqualTo(accepted("{\"reported\":null}", 2));
        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{}}", 2));
    }

    @Test
    void deviceDeletesOneDesiredKey() {
        shadow.desired("{\"a\":1,\"b\":2}");
        shadow.outlet.takeAll();

        assertThat(shadow.update("{\"desired\":{\"a\":null}}")).isEqualTo(accepted("{\"desired\":{\"a\":null}}", 2));
        assertThat(shadow.get()).isEqualTo(document("{\"delta\":{\"b\":2},\"desired\":{\"b\":2},\"reported\":{}}", 2));
    }

    @Test
    void desiredDisappearsWithItsLastKey() {
        shadow.desired("{\"a\":1}");
        shadow.outlet.takeAll();
        shadow.update("{\"desired\":{\"a\":null}}");

        assertThat(shadow.get()).isEqualTo(document("{\"reported\":{}}", 2));
    }

    @Test
    void desiredNullIsEchoedEvenWhenThereWasNone() {
        assertThat(shadow.update("{\"desired\":null}")).isEqualTo(accepted("{\"desired\":null}", 1));
    }

    @Test
    void decimalsComeBackAsTheyWereSent() {
        assertThat(shadow.update("{\"reported\":{\"a\":25.0,\"b\":0.10,\"c\":12345678901234567890}}"))
                .isEqualTo(accepted("{\"reported\":{\"a\":25.0,\"b\":0.10,\"c\":12345678901234567890}}", 1));
    }

    @Test
    void metadataIsReturnedOnRequestOnly() {
        assertThat(shadow.request("{\"type\":\"update\",\"metadata\":true,\"state\":{\"reported\":"
                        + "{\"a\":{\"x\":1},\"l\":[1]},\"desired\":null}}"))
                .contains("\"metadata\":{\"desired\":{},\"reported\":{\"a\":{\"x\":{\"timestamp\":" + ShadowFixture.MS
                        + "}},\"l\":{\"timestamp\":" + ShadowFixture.MS + "}}}");
        assertThat(shadow.get()).doesNotContain("metadata");
        assertThat(shadow.request("{\"type\":\"get\",\"metadata\":true}"))
                .contains("\"metadata\":{\"reported\":{\"a\":{\"x\":{\"timestamp\":" + ShadowFixture.MS
                        + "}},\"l\":{\"timestamp\":" + ShadowFixture.MS + "}}}");
    }

    @Test
    void metadataKeepsTheTimeOfTheLastChange() {
        shadow.update("{\"reported\":{\"a\":{\"x\":1,\"y\":1},\"b\":1}}");
        shadow.clock.advance(java.time.Duration.ofSeconds(1));
        shadow.update("{\"reported\":{\"a\":{\"x\":1,\"y\":2},\"b\":1}}");

        long later = ShadowFixture.MS + 1000;
        assertThat(shadow.request("{\"type\":\"get\",\"metadata\":true}"))
                .contains("\"metadata\":{\"reported\":{\"a\":{\"x\":{\"timestamp\":" + ShadowFixture.MS
                        + "},\"y\":{\"timestamp\":" + later + "}},\"b\":{\"timestamp\":" + ShadowFixture.MS + "}}}");
    }

    @Test
    void numericClientTokenIsEchoedAsText() {
        assertThat(shadow.request("{\"type\":\"get\",\"clientToken\":8480}")).startsWith("{\"clientToken\":\"8480\",");
    }
}
