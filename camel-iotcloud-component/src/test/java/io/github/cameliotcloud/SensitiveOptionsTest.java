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
package io.github.cameliotcloud;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.CamelContextHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Camel masks in the summary of properties that it logs at start. */
class SensitiveOptionsTest {

    private final CamelContext context = new DefaultCamelContext();

    @ParameterizedTest
    @ValueSource(strings = {"deviceSecret", "device-secret", "devicePrivateKey", "device-private-key"})
    void secretOptionIsMaskedOnceTheComponentIsThere(String option) {
        String property = "camel.component.iotcloud." + option;
        assertThat(CamelContextHelper.containsSensitive(context, property)).isFalse();

        context.getComponent("iotcloud");

        assertThat(CamelContextHelper.containsSensitive(context, property)).isTrue();
    }

    @Test
    void whatTheUserWantsMaskedStaysMasked() {
        context.getCamelContextExtension().setAdditionalSensitiveKeywords("licenceKey");

        context.getComponent("iotcloud");

        assertThat(context.getCamelContextExtension().getAdditionalSensitiveKeywords())
                .isEqualTo("licenceKey,deviceSecret,devicePrivateKey");
    }

    @Test
    void secondComponentAddsNothing() {
        context.getComponent("iotcloud");
        context.addComponent("other", new IotCloudComponent());
        context.getComponent("other");

        assertThat(context.getCamelContextExtension().getAdditionalSensitiveKeywords())
                .isEqualTo("deviceSecret,devicePrivateKey");
    }
}
