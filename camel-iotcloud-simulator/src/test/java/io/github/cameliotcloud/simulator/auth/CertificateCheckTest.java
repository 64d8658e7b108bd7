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
package io.github.cameliotcloud.simulator.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.limits.ConnectRefusal;

class CertificateCheckTest {

    private static final String CLIENT = "ABC1234567dev-01";

    private final CertificateCheck check = new CertificateCheck();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {CLIENT + ";12010126;12345", CLIENT + ";12010126;x7K2p;0"})
    void ownUserNameIsAcceptedWithOrWithoutExpiry(String userName) {
        assertThat(check.refusal(request(userName, CLIENT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                CLIENT,
                CLIENT + ";1",
                CLIENT + ";1;",
                CLIENT + ";x;a",
                CLIENT + ";1;a;1;1",
                CLIENT + ";1;a;x",
                "ABC1234567dev-02;1;a"
            })
    void anyOtherUserNameIsRefused(String userName) {
        assertThat(check.refusal(request(userName, CLIENT))).contains(ConnectRefusal.MALFORMED_USER_NAME);
    }

    @Test
    void certificateMustBeThereAndNameTheDevice() {
        String userName = CLIENT + ";1;a";

        assertThat(check.refusal(request(userName, null))).contains(ConnectRefusal.CERTIFICATE_MISSING);
        assertThat(check.refusal(request(userName, CLIENT + "2"))).contains(ConnectRefusal.CERTIFICATE_OF_ANOTHER);
    }

    private static ConnectRequest request(String userName, String certifiedName) {
        return new ConnectRequest(CLIENT, 60, userName, "anything", certifiedName);
    }
}
