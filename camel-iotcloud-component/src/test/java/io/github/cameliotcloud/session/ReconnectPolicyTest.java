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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReconnectPolicyTest {

    private static final Duration FLOOR = Duration.ofSeconds(5);
    private static final Duration CAP = Duration.ofMinutes(2);

    private final ReconnectPolicy policy = new ReconnectPolicy(FLOOR, CAP, new Random());

    @RepeatedTest(20)
    void delayIsNeverBelowTheFloorAndJitterAddsAQuarterAtMost() {
        assertThat(policy.afterFailure()).isBetween(FLOOR, FLOOR.multipliedBy(5).dividedBy(4));
    }

    @Test
    void refusalWaitsForTheCapAtOnce() {
        assertThat(policy.afterRefusal()).isGreaterThanOrEqualTo(CAP);
    }

    @Test
    void longLivedConnectionWipesOutEarlierFailures() {
        for (int i = 0; i < 10; i++) {
            policy.afterFailure();
        }
        assertThat(policy.afterLoss(Duration.ofHours(1))).isLessThan(FLOOR.multipliedBy(2));
    }

    @Test
    void connectionsLostRightAfterTheyWereMadeSlowDownAndAreReportedOnce() {
        Duration shortLife = Duration.ofSeconds(1);
        int reports = 0;
        Duration last = Duration.ZERO;
        for (int i = 0; i < 6; i++) {
            last = policy.afterLoss(shortLife);
            reports += policy.looksLikeSecondLogin() ? 1 : 0;
        }
        assertThat(reports).isEqualTo(1);
        assertThat(last).isGreaterThan(Duration.ofMinutes(1));
    }

    @RepeatedTest(20)
    void twoProgramsThatTakeTheDeviceFromEachOtherAreNoticed() {
        ReconnectPolicy other = new ReconnectPolicy(FLOOR, CAP, new Random());
        Duration life = Duration.ofHours(1);
        int reports = 0;
        for (int i = 0; i < 5; i++) {
            // each lives until the other has waited and connects
            life = other.afterLoss(policy.afterLoss(life));
            reports += policy.looksLikeSecondLogin() || other.looksLikeSecondLogin() ? 1 : 0;
        }
        assertThat(reports).isPositive();
    }

    @Test
    void capBelowTheFloorIsTheFloor() {
        ReconnectPolicy slow = new ReconnectPolicy(FLOOR, Duration.ofSeconds(1), new Random());
        assertThat(slow.afterRefusal()).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void countlessFailuresDoNotOverflow() {
        Duration delay = Duration.ZERO;
        for (int i = 0; i < 10_000; i++) {
            delay = policy.afterFailure();
        }
        assertThat(delay).isGreaterThanOrEqualTo(CAP);
    }
}
