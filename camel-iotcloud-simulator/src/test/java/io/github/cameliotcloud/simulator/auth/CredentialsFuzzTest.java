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
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.device.DeviceSecret;
import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import io.github.cameliotcloud.simulator.limits.Limits;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class CredentialsFuzzTest {

    private static final String CLIENT = "ABC1234567dev-01";
    private static final String CERTIFIED_CLIENT = "ABC1234567dev-02";
    private static final String USER = CLIENT + ";12010126;x7K2p;1700003600";
    private static final String PASSWORD =
            "3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256";
    private static final int MAX_LENGTH = 300;
    private static final int MAX_KEEP_ALIVE = 900;

    private final DeviceAuthenticator authenticator = authenticator();

    @Fuzz("user names")
    void userNameIsReadCompletelyOrRefused(@ForAll("userNames") String text, Tally tally) {
        Optional<SignedUserName> read = SignedUserName.parse(text);

        read.ifPresent(name -> {
            String head = name.clientId() + ";" + name.sdkAppId() + ";" + name.connectionId() + ";";
            assertThat(text).startsWith(head).hasSizeLessThanOrEqualTo(256);
            assertThat(Long.parseLong(text.substring(head.length()))).isEqualTo(name.expiry());
        });
        tally.count(read.isPresent() ? "accepted" : "refused");
    }

    @Fuzz("passwords")
    void passwordIsReadCompletelyOrRefused(@ForAll("passwords") String text, Tally tally) {
        Optional<SignedPassword> read = SignedPassword.parse(text);

        read.ifPresent(password -> assertThat(text)
                .isEqualTo(password.token() + ";" + password.method().name().toLowerCase(Locale.ROOT)));
        tally.count(read.isPresent() ? "accepted" : "refused");
    }

    @Fuzz("CONNECTs of a key device")
    void onlyTheGenuineSignatureOpensTheDoor(@ForAll("connects") ConnectRequest request, Tally tally) {
        boolean genuine = CLIENT.equals(request.clientId())
                && USER.equals(request.userName())
                && PASSWORD.equals(request.password())
                && request.keepAlive() <= MAX_KEEP_ALIVE;

        boolean accepted = authenticator.refusal(request).isEmpty();

        assertThat(accepted).isEqualTo(genuine);
        tally.count(accepted ? "accepted" : "refused");
    }

    @Fuzz("CONNECTs of a certificate device")
    void onlyTheGenuineCertificateOpensTheDoor(@ForAll("certifiedConnects") ConnectRequest request, Tally tally) {
        boolean accepted = authenticator.refusal(request).isEmpty();

        if (accepted) {
            assertThat(request.clientId()).isEqualTo(CERTIFIED_CLIENT);
            assertThat(request.certifiedName()).isEqualTo(CERTIFIED_CLIENT);
            assertThat(request.userName() == null || request.userName().startsWith(CERTIFIED_CLIENT + ";"))
                    .isTrue();
        }
        tally.count(accepted ? "accepted" : "refused");
    }

    @Provide
    Arbitrary<String> userNames() {
        return anythingOr(USER, "ABab01;;;- \u0000\n\u0661");
    }

    @Provide
    Arbitrary<String> passwords() {
        return anythingOr(PASSWORD, "hmacsha1256;;");
    }

    @Provide
    Arbitrary<ConnectRequest> connects() {
        return Arbitraries.randomValue(random -> new ConnectRequest(
                maybeDamaged(CLIENT, random),
                keepAlive(random),
                maybeDamaged(USER, random),
                maybeDamaged(PASSWORD, random),
                maybeDamaged(CLIENT, random)));
    }

    @Provide
    Arbitrary<ConnectRequest> certifiedConnects() {
        return Arbitraries.randomValue(random -> new ConnectRequest(
                maybeDamaged(CERTIFIED_CLIENT, random),
                keepAlive(random),
                maybeDamaged(CERTIFIED_CLIENT + ";12010126;12345", random),
                maybeDamaged("anything", random),
                maybeDamaged(CERTIFIED_CLIENT, random)));
    }

    private static Arbitrary<String> anythingOr(String valid, String alphabet) {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(MAX_LENGTH),
                Arbitraries.strings().withChars(alphabet.toCharArray()).ofMaxLength(MAX_LENGTH / 10),
                Arbitraries.randomValue(random -> Mutations.of(valid, random)));
    }

    private static String maybeDamaged(String valid, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1, 2 -> Mutations.of(valid, random);
            default -> valid;
        };
    }

    private static int keepAlive(Random random) {
        return random.nextInt(10) == 0 ? random.nextInt(65_536) : random.nextInt(MAX_KEEP_ALIVE + 1);
    }

    private static DeviceAuthenticator authenticator() {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        DeviceDirectory devices = new DeviceDirectory(List.of(
                new Device(
                        new DeviceIdentity("ABC1234567", "dev-01"),
                        DeviceSecret.fromBase64("AAECAwQFBgcICQoLDA0ODw==")),
                Device.withCertificate(new DeviceIdentity("ABC1234567", "dev-02"))));
        return new DeviceAuthenticator(devices, Limits.relaxed(), clock);
    }
}
