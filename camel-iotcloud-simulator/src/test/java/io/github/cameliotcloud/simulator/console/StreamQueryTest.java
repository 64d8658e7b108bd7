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
package io.github.cameliotcloud.simulator.console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.MultiMap;

class StreamQueryTest {

    @Test
    void nothingAskedForIsTheFirstPageOfAll() {
        assertThat(query()).isEqualTo(new StreamQuery("", false, 1, "", "", false));
    }

    @Test
    void packetsOfTheChosenDeviceAreWanted() {
        StreamQuery query = query("device", "ABC1234567/dev-01");

        assertThat(query.wantsPacketsOf("ABC1234567dev-01")).isTrue();
        assertThat(query.wantsPacketsOf("ABC1234567dev-011")).isFalse();
        assertThat(query.wantsPacketsOf("ABC1234567dev-02")).isFalse();
        assertThat(query.wantsPacketsOf(null)).isFalse();
    }

    @Test
    void withoutADeviceOnlyTheLogOfAllWantsPackets() {
        assertThat(query().wantsPacketsOf("")).isFalse();
        assertThat(query("device", "no slash").wantsPacketsOf("no slash")).isFalse();
        assertThat(query("log", "all").wantsPacketsOf(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "1.5", "99999999999"})
    void pageIsANumber(String page) {
        assertThatExceptionOfType(ConsoleException.class)
                .isThrownBy(() -> query("page", page))
                .withMessage("The page is a number from 1.");
    }

    private static StreamQuery query(String... namesAndValues) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return StreamQuery.of(parameters);
    }
}
