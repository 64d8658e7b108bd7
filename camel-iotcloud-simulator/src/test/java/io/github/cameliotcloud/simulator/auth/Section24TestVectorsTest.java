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

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.DeviceSecret;

/** The vectors of protocol.md 2.4. */
class Section24TestVectorsTest {

    private static final String V1 = "ABC1234567dev-01;12010126;x7K2p;1700003600";
    private static final String V1_TOKEN = "3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba";
    private static final String V1_SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    private final SignatureVerifier verifier = new SignatureVerifier();

    @ParameterizedTest
    @CsvSource({
        "AAECAwQFBgcICQoLDA0ODw==,ABC1234567dev-01;12010126;x7K2p;1700003600,"
                + "3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256",
        "AAECAwQFBgcICQoLDA0ODw==,ABC1234567dev-01;12010126;x7K2p;1700003600,"
                + "66ed1442340b7c228c6b52454985e5ba79cb8efe;hmacsha1",
        "AAECAwQFBgcICQoLDA0ODw==,ABC1234567dev-01;21010406;x7K2p;1700003600,"
                + "b9aa0276ec4e27478d4720921cb6697b8821b795f1cd86fc484a23d5eb2008f5;hmacsha256",
        "AAECAwQFBgcICQoLDA0ODw==,ABC1234567dev-01;21010406;x7K2p;1700003600,"
                + "bede428bec7e17a604be90e2da7951ffcbc06a1e;hmacsha1",
        "c2ltdWxhdGVkLWtleS0wMQ==,Q9WERTYUIOAir_Conditioner_1;12010126;00000;2147483647,"
                + "50ce3d8a71de84430fa146b89f088525d58dc24b78291d75743075a709292b7c;hmacsha256",
        "c2ltdWxhdGVkLWtleS0wMQ==,Q9WERTYUIOAir_Conditioner_1;12010126;00000;2147483647,"
                + "22d04e2f9dcd9b6823356a21cfa943eb8a2962d2;hmacsha1",
        "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79,ZZZ0000001d;12010126;Ab9zQ;4102444800,"
                + "227de36d86c529e581b73e03b8da4d1ce1b8b338647897e5224f1157ef4f2d5b;hmacsha256",
        "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79,ZZZ0000001d;12010126;Ab9zQ;4102444800,"
                + "b0250d5e4a60da5831f41301e6bcd1cc40b85f6c;hmacsha1"
    })
    @DisplayName("2.4 the vectors are valid")
    void publishedVectorIsValid(String secret, String userName, String password) {
        assertThat(isValid(secret, userName, password)).isTrue();
    }

    @Test
    void tokenOfAnotherUserNameIsInvalid() {
        assertThat(isValid(V1_SECRET, V1 + "0", V1_TOKEN + ";hmacsha256")).isFalse();
    }

    @Test
    void tokenOfAnotherSecretIsInvalid() {
        assertThat(isValid("c2ltdWxhdGVkLWtleS0wMQ==", V1, V1_TOKEN + ";hmacsha256"))
                .isFalse();
    }

    @Test
    void tokenOfTheOtherMethodIsInvalid() {
        assertThat(isValid(V1_SECRET, V1, V1_TOKEN + ";hmacsha1")).isFalse();
    }

    @Test
    @DisplayName("2.2 the key is the decoded secret")
    void secretUsedWithoutDecodingIsInvalid() {
        // GIVEN the Base64 text itself as key, a mistake of the gateway recipe
        String token = "2a90b45cfc5bdf37c0ddc459f54fa21bda55d2194df5a418857e0047f3fc8123";

        assertThat(isValid(V1_SECRET, V1, token + ";hmacsha256")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"''", "00", "3A3179F94E52F18BD8073B6F513AF0A405CA5C9E4EAAE45E3F7E532B6C52F5BA", "é"})
    @DisplayName("2.2 the token is lower-case hex")
    void tokenThatIsNoLowerCaseHexIsInvalid(String token) {
        assertThat(isValid(V1_SECRET, V1, token + ";hmacsha256")).isFalse();
    }

    private boolean isValid(String secret, String userName, String password) {
        return verifier.isValid(
                userName, SignedPassword.parse(password).orElseThrow(), DeviceSecret.fromBase64(secret));
    }
}
