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

import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.testing.Vault.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.session.SessionSettings;
import io.github.cameliotcloud.testing.Vault;

/** What becomes of the signs in a secret that a URI takes from a vault. */
class PlaceholderSecretsTest extends CamelTestSupport {

    private static final String EVENT = "iotcloud:event?product=ABC1234567&device=dev-01&deviceSecret=";

    @ParameterizedTest
    @ValueSource(strings = {"ab+c/efgAAECAwQFBgcICQ==", "+b+c/efgAAECAwQFBgcICQ==", "ab+c/efgAAECAwQFBgcICQ++"})
    void placeholderInRawKeepsEverySign(String secret) {
        assertThat(settings("RAW(" + PLACEHOLDER + ")", secret)).isEqualTo(settings("RAW(" + secret + ")", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab+c/efgAAECAwQFBgcICQ==", "abcd/efgAAECAwQFBgcICQ=="})
    void barePlaceholderKeepsSignsInside(String secret) {
        assertThat(settings(PLACEHOLDER, secret)).isEqualTo(settings("RAW(" + secret + ")", "none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+b+c/efgAAECAwQFBgcICQ==", "ab+c/efgAAECAwQFBgcICQ++"})
    void barePlaceholderOfASecretWithAPlusAtItsEndIsRefusedWithTheRemedy(String secret) {
        assertThatThrownBy(() -> settings(PLACEHOLDER, secret))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining("write RAW(...) around it")
                .hasMessageNotContaining("efgAAECAwQFBgcICQ");
    }

    private SessionSettings settings(String deviceSecret, String inTheVault) {
        context.getPropertiesComponent().addPropertiesFunction(new Vault(inTheVault));
        IotCloudEndpoint endpoint = context.getEndpoint(EVENT + deviceSecret, IotCloudEndpoint.class);
        return endpoint.sessionSettings(endpoint.identity());
    }
}
