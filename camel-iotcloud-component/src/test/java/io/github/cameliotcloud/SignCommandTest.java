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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final String PASSWORD_OF_VECTOR_1 =
            "password=3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    /** The vectors of protocol.md section 2.4. */
    @ParameterizedTest
    @CsvSource({
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, x7K2p, 1700003600, hmacsha256, 3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba",
        "ABC1234567, dev-01, AAECAwQFBgcICQoLDA0ODw==, x7K2p, 1700003600, hmacsha1, 66ed1442340b7c228c6b52454985e5ba79cb8efe",
        "Q9WERTYUIO, Air_Conditioner_1, c2ltdWxhdGVkLWtleS0wMQ==, 00000, 2147483647, hmacsha256, 50ce3d8a71de84430fa146b89f088525d58dc24b78291d75743075a709292b7c",
        "Q9WERTYUIO, Air_Conditioner_1, c2ltdWxhdGVkLWtleS0wMQ==, 00000, 2147483647, hmacsha1, 22d04e2f9dcd9b6823356a21cfa943eb8a2962d2",
        "ZZZ0000001, d, YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79, Ab9zQ, 4102444800, hmacsha256, 227de36d86c529e581b73e03b8da4d1ce1b8b338647897e5224f1157ef4f2d5b",
        "ZZZ0000001, d, YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh//79, Ab9zQ, 4102444800, hmacsha1, b0250d5e4a60da5831f41301e6bcd1cc40b85f6c"
    })
    void threeLinesArePrintedAsInTheProtocolVector(
            String product, String device, String secret, String connid, String expiry, String method, String token) {
        run("", Map.of(), product, device, secret, "--method", method, "--connid", connid, "--expiry", expiry);

        assertThat(lines())
                .containsExactly(
                        "clientid=" + product + device,
                        "username=" + product + device + ";12010126;" + connid + ";" + expiry,
                        "password=" + token + ";" + method);
    }

    @Test
    void withoutOptionsSha256SignsForAnHourWithARandomConnid() {
        run("", Map.of(), "ABC1234567", "dev-01", SECRET);
        run("", Map.of(), "ABC1234567", "dev-01", SECRET);

        assertThat(lines()).hasSize(6);
        assertThat(lines().get(1)).matches("username=ABC1234567dev-01;12010126;[A-Z0-9]{5};1700003600");
        assertThat(lines().get(2)).matches("password=[0-9a-f]{64};hmacsha256");
        assertThat(lines().get(4)).isNotEqualTo(lines().get(1));
    }

    @Test
    void secretComesFromStandardInput() {
        run(SECRET + "\r\nsecond line", Map.of("IOTCLOUD_DEVICE_SECRET", "other"), vector1("-"));
        assertThat(lines()).contains(PASSWORD_OF_VECTOR_1);
    }

    @Test
    void secretComesFromTheEnvironment() {
        run("", Map.of("IOTCLOUD_DEVICE_SECRET", SECRET), vector1());
        assertThat(lines()).contains(PASSWORD_OF_VECTOR_1);
    }

    @Test
    void argumentWinsOverTheEnvironment() {
        run("", Map.of("IOTCLOUD_DEVICE_SECRET", "other"), vector1(SECRET));
        assertThat(lines()).contains(PASSWORD_OF_VECTOR_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                      | 2 or 3 arguments and not 0",
                "P                                     | 2 or 3 arguments and not 1",
                "P d c2VjcmV0 c2VjcmV0                 | 2 or 3 arguments and not 4",
                "P d                                   | set the environment variable IOTCLOUD_DEVICE_SECRET",
                "P d -                                 | send it to standard input",
                "c2VjcmV0+/== d P                      | PRODUCT cannot be right",
                "P c2VjcmV0+/== d                      | DEVICE cannot be right",
                "P d c2VjcmV0=                         | copy it again with the '=' signs",
                "P d c2Vj*cmV                          | is not Base64",
                "P d --secret=c2VjcmV0                 | Unknown option",
                "P d --expiry=1700003600               | with a blank between option and value",
                "P d c2VjcmV0 --method                 | Option --method needs a value",
                "P d --method c2VjcmV0                 | Option --method: use hmacsha256 or hmacsha1",
                "P d c2VjcmV0 --method HMACSHA1        | Option --method: use hmacsha256 or hmacsha1",
                "P d --connid c2VjcmV0==               | Option --connid: use up to 64 letters and digits",
                "P d c2VjcmV0 --connid a;b             | Option --connid: use up to 64 letters and digits",
                "P d --expiry c2VjcmV0                 | Option --expiry: use seconds since 1970-01-01 UTC",
                "P d c2VjcmV0 --expiry 99999999999999999999 | Option --expiry: use seconds since 1970-01-01 UTC",
            })
    void mistakeIsToldInOneSentenceThatQuotesNoArgument(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run("", Map.of(), line == null ? new String[0] : line.split(" ")))
                .withMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("c2V");
        assertThat(lines()).isEmpty();
    }

    @Test
    void helpIsPrintedInsteadOfSigning() {
        run("", Map.of(), "P", "d", SECRET, "--help");
        assertThat(output.toString(UTF_8))
                .contains("PRODUCT DEVICE [SECRET]", "--expiry")
                .doesNotContain("password=");
    }

    @Test
    void textFormOfTheArgumentsHidesTheSecret() {
        assertThat(SignArguments.parse("P", "d", SECRET)).asString().isEqualTo("SignArguments[P/d]");
    }

    private static String[] vector1(String... secret) {
        String[] options = {"ABC1234567", "dev-01", "--connid", "x7K2p", "--expiry", "1700003600"};
        return Stream.of(options, secret).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private void run(String input, Map<String, String> environment, String... args) {
        new SignCommand(CLOCK, new ByteArrayInputStream(input.getBytes(UTF_8)), environment)
                .run(new PrintStream(output, true, UTF_8), args);
    }

    private List<String> lines() {
        return output.toString(UTF_8).lines().toList();
    }
}
