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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@ExtendWith(OutputCaptureExtension.class)
class WrongSecretIT {

    @Test
    void applicationDoesNotStartAndSaysWhyWithoutAStackTrace(CapturedOutput output) throws Exception {
        try (SimulatedCloud cloud = SimulatedCloud.start(List.of("thermostat-1"))) {
            String secret = "d3JvbmcgYW5kIHNlY3JldA==";
            Files.writeString(cloud.secretsFile(), SimulatedCloud.PRODUCT + "/thermostat-1=" + secret);

            Throwable failure = catchThrowable(() -> new ApplicationRun(cloud, "localhost:1").start());

            assertThat(failure).isNotNull();
            assertThat(output)
                    .contains("ABC1234567/thermostat-1", "refused")
                    .doesNotContain("\tat ")
                    .doesNotContain(secret);
        }
    }
}
