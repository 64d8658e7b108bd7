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
package io.github.cameliotcloud.simulator.limits;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitsTest {

    @Test
    void withChangesOneValueOfACopy() {
        Limits before = Limits.editionA();
        Limits after = before.with(Limit.UPLINK_PER_SECOND, 5)
                .with(Violation.OVER_RATE, Reaction.CLOSE)
                .with(ConnectRefusal.TOO_FREQUENT, 5)
                .with(Switch.NO_DATA_TOPIC);
        assertThat(after.get(Limit.UPLINK_PER_SECOND)).isEqualTo(5);
        assertThat(after.get(Limit.DOWNLINK_PER_SECOND)).isEqualTo(50);
        assertThat(after.reactionTo(Violation.OVER_RATE)).isEqualTo(Reaction.CLOSE);
        assertThat(after.connackCode(ConnectRefusal.TOO_FREQUENT)).isEqualTo(5);
        assertThat(after.has(Switch.NO_DATA_TOPIC)).isTrue();
        assertThat(after.without(Switch.NO_DATA_TOPIC).has(Switch.NO_DATA_TOPIC))
                .isFalse();
        assertThat(before).isEqualTo(Limits.editionA());
    }

    @Test
    void missingValuesAreTheRelaxedOnes() {
        assertThat(new Limits(Map.of(), Map.of(), Map.of(), Set.of())).isEqualTo(Limits.relaxed());
    }

    @Test
    void mapsCannotBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Limits.relaxed().values().clear());
    }

    @Test
    void valueOutOfRangeIsToldByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.relaxed().with(Limit.IN_FLIGHT_MESSAGES, 0))
                .withMessage("The limit IN_FLIGHT_MESSAGES is 1 to 65535, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.relaxed().with(Limit.UPLINK_PER_SECOND, 0))
                .withMessage("The limit UPLINK_PER_SECOND is 1 or more, not 0");
    }

    @Test
    void impossibleReactionOrCodeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.relaxed().with(Violation.QOS_2, Reaction.ACKNOWLEDGE))
                .withMessage("The reaction to QOS_2 is one of [DROP, CLOSE], not ACKNOWLEDGE");
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.relaxed().with(ConnectRefusal.TOO_FREQUENT, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relaxed", "editionA", "editionL"})
    void profilesHaveNames(String name) {
        assertThat(Limits.named(name).values()).hasSize(Limit.values().length);
    }

    @Test
    void unknownProfileIsToldByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.named("B"))
                .withMessage("The limits are relaxed, editionA or editionL, not B");
    }
}
