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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** The types of requests, protocol.md 5.7. */
class Section57TypeRulesTest {

    private final ShadowFixture shadow = new ShadowFixture();

    @ParameterizedTest
    @ValueSource(strings = {"get", "update"})
    @DisplayName("5.7: get and update are answered under their own type")
    void getAndUpdateAreAnswered(String type) {
        assertThat(shadow.request(json("{'type':'" + type + "','state':{'reported':{}}}")))
                .contains(json("'result':0"), json("'type':'" + type + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "delta", "GET", ""})
    @DisplayName("5.7: types other than get and update get no answer")
    void unknownTypeGetsNoAnswer(String type) {
        shadow.send(json("{'type':'" + type + "'}"));

        assertThat(shadow.outlet.takeAll()).isEmpty();
    }
}
