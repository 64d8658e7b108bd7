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

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static org.assertj.core.api.Assertions.assertThat;

class ShadowDeltaTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @BeforeEach
    void report() {
        shadow.get();
        shadow.update("{\"reported\":{\"t\":25,\"n\":{\"x\":1,\"y\":2},\"l\":[1,2]}}");
    }

    @Test
    void deltaHoldsOnlyWhatDiffers() {
        shadow.desired("{\"t\":25,\"u\":1}");

        assertThat(shadow.single()).isEqualTo(delta("{\"u\":1}", 2));
    }

    @Test
    void noDeltaWhenNothingDiffers() {
        shadow.desired("{\"t\":25}");

        assertThat(shadow.outlet.takeAll()).isEmpty();
        assertThat(shadow.get()).contains("\"desired\":{\"t\":25}").doesNotContain("delta");
    }

    @Test
    void numbersAreComparedByValue() {
        shadow.desired("{\"t\":25.0}");

        assertThat(shadow.outlet.takeAll()).isEmpty();
    }

    @Test
    void nestedObjectsAreComparedKeyByKey() {
        shadow.desired("{\"n\":{\"x\":1,\"y\":3}}");

        assertThat(shadow.single()).isEqualTo(delta("{\"n\":{\"y\":3}}", 2));
    }

    @Test
    void arraysAreComparedAsAWhole() {
        shadow.desired("{\"l\":[1,3]}");

        assertThat(shadow.single()).isEqualTo(delta("{\"l\":[1,3]}", 2));
    }

    @Test
    void everyWriteThatLeavesADifferencePushesAllOfIt() {
        shadow.desired("{\"a\":1}");
        shadow.desired("{\"b\":2}");

        assertThat(shadow.outlet.takeAll()).containsExactly(delta("{\"a\":1}", 2), delta("{\"a\":1,\"b\":2}", 3));
    }

    @Test
    void clearingDesiredPushesNothing() {
        shadow.desired("{\"a\":1}");
        shadow.outlet.takeAll();

        shadow.desired("null");

        assertThat(shadow.outlet.takeAll()).isEmpty();
    }

    @Test
    void reportPushesNothingEvenWhenADifferenceRemains() {
        shadow.desired("{\"a\":1}");
        shadow.outlet.takeAll();

        assertThat(shadow.update("{\"reported\":{\"t\":26}}")).contains("\"type\":\"update\"");
    }
}
