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

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.mockwebserver.http.RecordedRequest;

/** How camel-kubernetes behaves when the API server or a pod is in trouble; the page says what to make of it. */
@Timeout(180)
class LostLeasesIT {

    private static final String LIVENESS =
            Manifest.read().container().getLivenessProbe().getHttpGet().getPath();

    @TempDir
    Path folder;

    @Test
    void withoutAnApiServerNoDeviceStaysConnectedAndWithItAllComeBack() throws Exception {
        try (Fleet fleet = new Fleet(folder, 2)) {
            fleet.start("fleet-a");
            await("connected").until(fleet::allConnected);
            assertThat(fleet.pod("fleet-a").probe(LIVENESS)).isEqualTo(200);

            fleet.api().goDown();
            await("disconnected").until(() -> fleet.connected().isEmpty());
            assertThat(fleet.pod("fleet-a").probe(LIVENESS)).isEqualTo(503);

            fleet.api().comeBack();
            await("connected again").until(fleet::allConnected);
            assertThat(fleet.secondLogins()).isZero();

            fleet.api().goDown(); // a pod can stop without it
        }
    }

    /** Known in camel-kubernetes 4.17: what fails while a lease is renewed ends the renewal for good. */
    @Test
    void aRenewalThatFailsLeavesTheShardAloneUntilTheLivenessProbeRestartsThePod() throws Exception {
        try (Fleet fleet = new Fleet(folder, 1)) {
            fleet.start("fleet-a");
            await("connected").until(fleet::allConnected);
            fleet.start("fleet-b");

            fleet.api().requests().refuse(LostLeasesIT::isRenewal);
            await("disconnected").until(() -> fleet.connected().isEmpty());
            fleet.api().requests().refuse(request -> false);
            await("DOWN").until(() -> fleet.pod("fleet-a").probe(LIVENESS) == 503);
            assertThat(fleet.api().holders()).containsValue("fleet-a");

            fleet.pod("fleet-a").stop();
            fleet.ready("fleet-a", false);
            await("taken over").until(fleet::allConnected);
            assertThat(fleet.api().holders()).containsValue("fleet-b");
        }
    }

    /** Camel's consumers start a second after they were told to, and would not hear a loss within that second. */
    @Test
    void aLeaderThatIsNotReadyAnyMoreDoesNotGoOnBesideTheNewOne() throws Exception {
        try (Fleet fleet = new Fleet(folder, 4)) {
            fleet.start("fleet-a", "fleet-b");
            await("spread").untilAsserted(() -> assertThat(fleet.balance()).containsExactly(2L, 2L));
            await("connected").until(fleet::allConnected);

            fleet.ready("fleet-a", false);
            await("moved").untilAsserted(() -> assertThat(fleet.balance()).containsExactly(4L));
            await("connected")
                    .until(() -> fleet.allConnected() && fleet.pod("fleet-b").isLeader("boilers-0"));
            assertThat(fleet.secondLogins()).isZero();
        }
    }

    private static boolean isRenewal(RecordedRequest request) {
        return request.getMethod().equals("PUT");
    }

    private static ConditionFactory await(String state) {
        return Awaitility.await(state).atMost(Duration.ofSeconds(60));
    }
}
