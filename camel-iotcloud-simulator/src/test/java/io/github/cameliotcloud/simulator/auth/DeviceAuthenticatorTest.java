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

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.limits.ConnectRefusal;
import io.github.cameliotcloud.simulator.limits.Limits;

class DeviceAuthenticatorTest {

    private static final String CLIENT = "ABC1234567dev-01";
    private static final String USER = "ABC1234567dev-01;12010126;x7K2p;1700003600";
    private static final String PASSWORD =
            "3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256";
    private static final long EXPIRY = 1_700_003_600L;

    private final Device device =
            new Device(new DeviceIdentity("ABC1234567", "dev-01"), DeviceSecret.fromBase64("AAECAwQFBgcICQoLDA0ODw=="));

    @Test
    void signedConnectIsAccepted() {
        assertThat(at(EXPIRY - 1).refusal(request(CLIENT, 60, USER, PASSWORD))).isEmpty();
    }

    @Test
    void signatureIsValidInItsLastSecond() {
        assertThat(at(EXPIRY).refusal(request(CLIENT, 60, USER, PASSWORD))).isEmpty();
    }

    @Test
    void expiredSignatureIsRefusedWithCode4() {
        assertRefused(at(EXPIRY + 1), request(CLIENT, 60, USER, PASSWORD), ConnectRefusal.EXPIRED_SIGNATURE, 4);
    }

    @Test
    void unknownClientIdIsRefusedWithCode2() {
        assertRefused(at(0), request("ABC1234567dev-02", 60, USER, PASSWORD), ConnectRefusal.UNKNOWN_CLIENT_ID, 2);
        assertRefused(at(0), request(null, 60, USER, PASSWORD), ConnectRefusal.UNKNOWN_CLIENT_ID, 2);
    }

    @Test
    void keepAliveOver900IsRefusedWithCode2() {
        assertThat(at(0).refusal(request(CLIENT, 900, USER, PASSWORD))).isEmpty();
        assertRefused(at(0), request(CLIENT, 901, USER, PASSWORD), ConnectRefusal.KEEP_ALIVE_OUT_OF_RANGE, 2);
    }

    @Test
    void keepAliveIsCheckedBeforeCredentials() {
        assertRefused(at(0), request(CLIENT, 901, "rubbish", "rubbish"), ConnectRefusal.KEEP_ALIVE_OUT_OF_RANGE, 2);
    }

    @Test
    void missingOrMalformedUserNameIsRefusedWithCode4() {
        assertRefused(at(0), request(CLIENT, 60, null, null), ConnectRefusal.MALFORMED_USER_NAME, 4);
        assertRefused(at(0), request(CLIENT, 60, CLIENT + ";1;a", PASSWORD), ConnectRefusal.MALFORMED_USER_NAME, 4);
    }

    @Test
    void userNameOfAnotherDeviceIsRefusedWithCode4() {
        String other = USER.replace("dev-01", "dev-02");
        assertRefused(at(0), request(CLIENT, 60, other, PASSWORD), ConnectRefusal.MALFORMED_USER_NAME, 4);
    }

    @Test
    void missingOrMalformedPasswordIsRefusedWithCode4() {
        assertRefused(at(0), request(CLIENT, 60, USER, null), ConnectRefusal.MALFORMED_PASSWORD, 4);
        assertRefused(at(0), request(CLIENT, 60, USER, "abc;md5"), ConnectRefusal.MALFORMED_PASSWORD, 4);
    }

    @Test
    void wrongSignatureIsRefusedWithCode4() {
        assertRefused(at(0), request(CLIENT, 60, USER, "00;hmacsha256"), ConnectRefusal.WRONG_SIGNATURE, 4);
    }

    @Test
    void disabledDeviceIsRefusedWithCode5() {
        device.enable(false);

        assertRefused(at(0), request(CLIENT, 60, USER, PASSWORD), ConnectRefusal.DEVICE_DISABLED, 5);
    }

    @Test
    void connectTooSoonIsRefusedWithCode3() {
        DeviceAuthenticator authenticator = authenticator(0, Limits.editionA());
        assertThat(authenticator.refusal(request(CLIENT, 60, USER, PASSWORD))).isEmpty();

        assertRefused(authenticator, request(CLIENT, 60, USER, PASSWORD), ConnectRefusal.TOO_FREQUENT, 3);
    }

    @Test
    void textFormOfARequestHidesThePassword() {
        assertThat(request(CLIENT, 60, USER, PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private DeviceAuthenticator at(long second) {
        return authenticator(second, Limits.relaxed());
    }

    private DeviceAuthenticator authenticator(long second, Limits limits) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
        return new DeviceAuthenticator(new DeviceDirectory(List.of(device)), limits, clock);
    }

    private static ConnectRequest request(String clientId, int keepAlive, String userName, String password) {
        return new ConnectRequest(clientId, keepAlive, userName, password, null);
    }

    private static void assertRefused(
            ConnectAuthenticator authenticator, ConnectRequest request, ConnectRefusal refusal, int code) {
        assertThat(authenticator.refusal(request)).contains(refusal);
        assertThat(Limits.relaxed().connackCode(refusal)).isEqualTo(code);
    }
}
