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
package io.github.cameliotcloud.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsSignerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    /** The vectors of protocol.md section 2.4. */
    @ParameterizedTest
    @CsvSource({
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, 12010126, x7K2p, 1700003600, HMACSHA256, 3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256",
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, 12010126, x7K2p, 1700003600, HMACSHA1, 66ed1442340b7c228c6b52454985e5ba79cb8efe;hmacsha1",
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, 21010406, x7K2p, 1700003600, HMACSHA256, b9aa0276ec4e27478d4720921cb6697b8821b795f1cd86fc484a23d5eb2008f5;hmacsha256",
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, 21010406, x7K2p, 1700003600, HMACSHA1, bede428bec7e17a604be90e2da7951ffcbc06a1e;hmacsha1",
        "Q9WERTYUIO, Air_Conditioner_1, c2ltdWxhdGVkLWtleS0wMQ==, 12010126, 00000, 2147483647, HMACSHA256, 50ce3d8a71de84430fa146b89f088525d58dc24b78291d75743075a709292b7c;hmacsha256",
        "Q9WERTYUIO, Air_Conditioner_1, c2ltdWxhdGVkLWtleS0wMQ==, 12010126, 00000, 2147483647, HMACSHA1, 22d04e2f9dcd9b6823356a21cfa943eb8a2962d2;hmacsha1",
        "ZZZ0000001, d, YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79, 12010126, Ab9zQ, 4102444800, HMACSHA256, 227de36d86c529e581b73e03b8da4d1ce1b8b338647897e5224f1157ef4f2d5b;hmacsha256",
        "ZZZ0000001, d, YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79, 12010126, Ab9zQ, 4102444800, HMACSHA1, b0250d5e4a60da5831f41301e6bcd1cc40b85f6c;hmacsha1"
    })
    void passwordIsTheOneOfTheProtocolVector(
            String product,
            String device,
            String secret,
            String sdkAppId,
            String connid,
            long expiry,
            SignMethod method,
            String password) {
        DeviceIdentity identity = new DeviceIdentity(product, device);

        Credentials credentials = new CredentialsSigner(method, sdkAppId, Duration.ofHours(1), CLOCK, new Random())
                .sign(identity, DeviceSecret.parse(secret), connid, expiry);

        assertThat(credentials.clientId()).isEqualTo(product + device);
        assertThat(credentials.username()).isEqualTo(product + device + ";" + sdkAppId + ";" + connid + ";" + expiry);
        assertThat(credentials.password()).isEqualTo(password);
    }

    @Test
    void expiryIsTheClockPlusTimeToLiveAndConnidIsNewEachTime() {
        CredentialsSigner signer =
                new CredentialsSigner(SignMethod.HMACSHA256, "12010126", Duration.ofMinutes(10), CLOCK, new Random(1));
        DeviceIdentity identity = new DeviceIdentity("ABC1234567", "dev-01");
        DeviceSecret secret = DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==");

        String[] first = signer.sign(identity, secret).username().split(";");
        String[] second = signer.sign(identity, secret).username().split(";");

        assertThat(first[3]).isEqualTo("1700000600");
        assertThat(first[2]).matches("[A-Z0-9]{5}").isNotEqualTo(second[2]);
    }

    @Test
    void credentialsDoNotPrintThePassword() {
        assertThat(new Credentials("client", "user", "token;hmacsha256"))
                .asString()
                .doesNotContain("token");
    }
}
