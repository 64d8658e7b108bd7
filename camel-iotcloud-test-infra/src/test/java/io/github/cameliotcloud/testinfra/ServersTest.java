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
package io.github.cameliotcloud.testinfra;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersTest {

    @Test
    void libraryThatIsMissingForTheEmbeddedServerIsNamed() {
        assertThatThrownBy(() -> Servers.embed("kafka", "Docker does not answer", "org.apache.kafka:kafka_2.13", () -> {
                    throw new NoClassDefFoundError("kafka/server/KafkaConfig");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("kafka: no container (Docker does not answer), and for the embedded one"
                        + " org.apache.kafka:kafka_2.13 is not on the class path; add it");
    }
}
