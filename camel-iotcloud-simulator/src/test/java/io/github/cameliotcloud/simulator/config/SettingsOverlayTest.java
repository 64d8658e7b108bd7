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
package io.github.cameliotcloud.simulator.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsOverlayTest {

    enum Rate {
        UP_PER_SECOND,
        DOWN_PER_SECOND
    }

    record Settings(Map<Rate, Integer> rates, Set<Rate> switches, int most) {

        Settings {
            if (most < 1) {
                throw new IllegalArgumentException("The most is 1 or more, not " + most);
            }
        }
    }

    private static final Settings USUAL =
            new Settings(Map.of(Rate.UP_PER_SECOND, 30, Rate.DOWN_PER_SECOND, 30), Set.of(), 5);

    @Test
    void mapsAreMergedAllElseIsReplaced() throws Exception {
        assertThat(applied("{rates: {up_per_second: 3}, switches: [DOWN_PER_SECOND]}"))
                .isEqualTo(new Settings(
                        Map.of(Rate.UP_PER_SECOND, 3, Rate.DOWN_PER_SECOND, 30), Set.of(Rate.DOWN_PER_SECOND), 5));
    }

    @Test
    void withoutChangesAllStays() {
        Settings settings =
                SettingsOverlay.apply(Path.of("bed.yaml"), "limits", null, "usual", SettingsOverlayTest::named);

        assertThat(settings).isSameAs(USUAL);
    }

    @Test
    void profileIsWhatChangesBeginWith() throws Exception {
        assertThat(applied("{profile: tight}").most()).isOne();
        assertThat(applied("{profile: tight, switches: [DOWN_PER_SECOND]}"))
                .isEqualTo(new Settings(Map.of(), Set.of(Rate.DOWN_PER_SECOND), 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {profile: loose}           | limits.profile: Profiles are usual and tight, not loose.
            {mist: 4}                  | limits.mist is unknown; did you mean most?
            {most: many}               | limits.most needs a whole number.
            {most: 0}                  | limits: The most is 1 or more, not 0
            {rates: {up: 1}}           | limits.rates needs one of up_per_second, down_per_second.
            {switches: [UP]}           | limits.switches[0] needs one of up_per_second, down_per_second.
            """)
    void mistakeIsToldWithItsPlace(String changes, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> applied(changes))
                .withMessage("The configuration bed.yaml: " + message);
    }

    private static Settings applied(String yaml) throws Exception {
        ObjectNode changes = new YAMLMapper().readValue(yaml, ObjectNode.class);
        return SettingsOverlay.apply(Path.of("bed.yaml"), "limits", changes, "usual", SettingsOverlayTest::named);
    }

    private static Settings named(String profile) {
        return switch (profile) {
            case "usual" -> USUAL;
            case "tight" -> new Settings(Map.of(), Set.of(), 1);
            default -> throw new IllegalArgumentException("Profiles are usual and tight, not " + profile);
        };
    }
}
