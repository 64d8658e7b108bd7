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
package io.github.cameliotcloud.fuzz;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.LogCapture;

/** A cloud that sends broken and malicious payloads to routes of one device, over a real connection. */
@Tag("fuzz")
class HostileDownlinkIT {

    /** What a minute may bring into the log: a line for each kind of failure that the cloud can cause. */
    private static final int LINES_PER_MINUTE = 4;

    @ParameterizedTest
    @CsvSource({"hivemq, 1", "paho, 10"})
    void routesAndSessionSurviveWhateverTheCloudSends(String transport, int divisor) throws Exception {
        long seed = FuzzSize.newSeed();
        try (LogCapture log = LogCapture.begin();
                Downlink downlink = new Downlink(transport, seed)) {
            int payloads = FuzzSize.tries() / divisor;
            downlink.send(payloads / 10);
            JvmLoad early = JvmLoad.measure();

            downlink.send(payloads - payloads / 10);
            JvmLoad late = JvmLoad.measure();
            System.out.println("fuzz: transport=" + transport + " payloads=" + payloads + " " + downlink
                    + late.since(early) + " logged=" + log.messages().size() + " seconds="
                    + downlink.lasted().toSeconds() + " seed=" + seed);

            downlink.assertStillTheFirstConnection();
            downlink.assertGoodMessagesStillArrive();
            late.assertNoGrowthSince(early);
            downlink.assertEachWentWhereItBelongs();
            assertThat(log.errors()).isEmpty();
            assertThat(log.messages())
                    .hasSizeLessThanOrEqualTo(
                            LINES_PER_MINUTE * (1 + (int) downlink.lasted().toMinutes()))
                    .allMatch(line -> line.contains("one a minute is logged"));
        }
    }
}
