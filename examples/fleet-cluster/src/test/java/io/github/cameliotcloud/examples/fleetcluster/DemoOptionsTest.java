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
package io.github.cameliotcloud.examples.fleetcluster;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DemoOptionsTest {

    @Test
    void withoutOptionsZooKeeperRunsInTheDemonstration() {
        assertThat(DemoOptions.parse(List.of()).zooKeeper()).isEmpty();
    }

    @Test
    void externalZooKeeperMayBeSeveralServers() {
        assertThat(DemoOptions.parse(List.of("--zookeeper", "zk-1:2181,zk-2:2181"))
                        .zooKeeper())
                .contains("zk-1:2181,zk-2:2181");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zk-1", "zk-1:", ":2181", "zk-1:2181,", "zk-1:2181 zk-2:2181"})
    void addressThatIsNoneIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--zookeeper", address)))
                .withMessage("--zookeeper needs host:port, or several with commas between them");
    }

    @Test
    void unknownOptionIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoOptions.parse(List.of("--zk", "zk-1:2181")))
                .withMessageStartingWith("unknown option --zk\nUsage: ");
    }
}
