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
package io.github.cameliotcloud.starter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** The last that a start says which fails is one sentence. Camel may have logged its stack trace before. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartIT {

    @Test
    void missingEnvironmentVariableIsNamed(CapturedOutput output) {
        assertThatThrownBy(ThermostatApplication::start).isNotNull();

        assertThat(output.getAll())
                .contains(
                        "Description:\n\nOption deviceSecret: is ${DEVICE_SECRET}, a placeholder that nothing has resolved")
                .doesNotContain("Application run failed");
    }

    @Test
    void wrongSecretIsNamedAndNotShown(CapturedOutput output) {
        String wrong = "d3JvbmcgYW5kIHNlY3JldA==";
        try (IotCloudSimulator cloud = IotCloudSimulator.builder()
                .device("ABC1234567", "dev-01", SECRET)
                .start()) {
            assertThatThrownBy(() -> ThermostatApplication.start(
                            "--DEVICE_SECRET=" + wrong, "--camel.component.iotcloud.broker-url=" + cloud.brokerUrl()))
                    .isNotNull();
        }
        assertThat(output.getAll())
                .contains("Description:\n\nDevice ABC1234567/dev-01: the cloud refused CONNECT with return code 4")
                .doesNotContain("Application run failed", wrong);
    }
}
