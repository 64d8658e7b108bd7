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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static io.github.cameliotcloud.starter.ThermostatApplication.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(OutputCaptureExtension.class)
class MistypedOptionIT {

    @ParameterizedTest
    @CsvSource({
        "camel.component.iotcloud.brokerurls, camel.component.iotcloud.broker-url",
        "camel.component.iotcloud.enable, camel.component.iotcloud.enabled",
        "camel.component.iotcloud.configuration.device-secert, camel.component.iotcloud.configuration.device-secret",
    })
    void mistypedOptionIsNamedWithTheOneThatWasMeant(String mistyped, String meant, CapturedOutput output) {
        assertThatThrownBy(() -> NoRoutes.start(Map.of(), "--" + mistyped + "=" + SECRET))
                .isNotNull();
        assertThat(output.getAll())
                .contains("The property '" + mistyped + "'")
                .contains("did you mean '" + meant + "'?")
                .doesNotContain(SECRET, "\tat ");
    }

    @Test
    void mistypedOptionIsSaidAsOnTheSpringBootPage(CapturedOutput output) {
        assertThatThrownBy(() -> NoRoutes.start(Map.of(), "--camel.component.iotcloud.device-secert=" + SECRET))
                .isNotNull();
        assertThat(output.getAll()).contains(SpringBootPage.listing("mistyped")).doesNotContain(SECRET, "\tat ");
    }

    @Test
    void nameOfABeanThatIsNoReferenceIsExplained(CapturedOutput output) {
        assertThatThrownBy(() -> NoRoutes.start(Map.of(), "--camel.component.iotcloud.secret-resolver=vault"))
                .isNotNull();
        assertThat(output.getAll())
                .contains("The property 'camel.component.iotcloud.secret-resolver' takes a bean; write #bean: and the"
                        + " name of the bean")
                .doesNotContain("\tat ");
    }

    @Test
    void mistypedEnvironmentVariableIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> NoRoutes.start(Map.of("CAMEL_COMPONENT_IOTCLOUD_DEVICESECERT", SECRET)))
                .isNotNull();
        assertThat(output.getAll())
                .contains("CAMEL_COMPONENT_IOTCLOUD_DEVICESECERT")
                .contains("did you mean 'camel.component.iotcloud.device-secret'?")
                .doesNotContain(SECRET);
    }
}
