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
package io.github.cameliotcloud.examples.kubernetes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.rbac.Role;

/** Three pods share a fleet by Camel's own leases. */
@Timeout(300)
class FleetOverPodsIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void eachShardHasOnePodAndAnotherWhenThatIsGone() throws Exception {
        try (Fleet fleet = new Fleet(folder, 4)) {
            fleet.start("fleet-a", "fleet-b", "fleet-c");
            await("shards are spread")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(fleet.balance()).containsExactlyInAnyOrder(2L, 1L, 1L));
            await().atMost(LONG).until(fleet::allConnected);
            assertDeltasGoToTheHolders(fleet, 10);

            String leaving = fleet.holder("dev-0");
            fleet.remove(leaving);

            await("shards have moved")
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(fleet.balance()).containsExactlyInAnyOrder(2L, 2L));
            await().atMost(LONG).until(fleet::allConnected);
            assertDeltasGoToTheHolders(fleet, 20);
            assertThat(fleet.secondLogins()).isZero();
            assertThat(fleet.api().requests().asked())
                    .isEqualTo(Permissions.of(Manifest.read().the(Role.class)));
        }
    }

    private static void assertDeltasGoToTheHolders(Fleet fleet, int interval) {
        Map<String, String> expected = fleet.wish(interval);
        await().atMost(LONG).until(() -> fleet.allReported(interval));
        assertThat(fleet.heard(interval)).isEqualTo(expected);
    }
}
