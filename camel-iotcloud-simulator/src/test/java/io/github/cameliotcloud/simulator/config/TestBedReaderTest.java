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
package io.github.cameliotcloud.simulator.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cameliotcloud.simulator.config.TestBed.Authentication;
import io.github.cameliotcloud.simulator.config.TestBed.Permission;

class TestBedReaderTest {

    @TempDir
    Path directory;

    @Test
    void yamlAndJsonSayTheSame() throws IOException {
        TestBed yaml = read("bed.yml", """
                host: 0.0.0.0
                ports: {mqtt: 1883, webSocket: 80}
                accounts: [{secretId: me, secretKey: "0123"}]
                products:
                  ABC1234567:
                    authentication: Certificate
                    topics: [{suffix: a/+, permission: publish_and_subscribe}]
                    devices: {d: }
                """);
        TestBed json = read("bed.json", """
                // a comment
                {"host":"0.0.0.0","ports":{"mqtt":1883,"webSocket":80},
                 "accounts":[{"secretId":"me","secretKey":"0123"}],
                 "products":{"ABC1234567":{"authentication":"certificate",
                   "topics":[{"suffix":"a/+","permission":"PUBLISH_AND_SUBSCRIBE"}],"devices":{"d":null}}}}
                """);

        assertThat(yaml).isEqualTo(json);
        assertThat(yaml.products().get("ABC1234567").authentication()).isEqualTo(Authentication.CERTIFICATE);
        assertThat(yaml.products().get("ABC1234567").topics())
                .containsExactly(new TestBed.Topic("a/+", Permission.PUBLISH_AND_SUBSCRIBE));
        assertThat(yaml.accounts()).containsExactly(new TestBed.Account("me", "0123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "products:\n"})
    void fileWithoutPropertiesIsFine(String content) throws IOException {
        assertThat(read("empty.yaml", content)).isEqualTo(TestBed.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prots: {mqtt: 1}                     | line 1: prots is unknown; did you mean ports?
            ports: {mqtt: 1, htp: 2}             | line 1: ports.htp is unknown; did you mean http?
            colour: red                          | line 1: colour is unknown; known are
            ports: {mqtt: high}                  | line 1: ports.mqtt needs a whole number.
            ports: {mqtt: 1.5}                   | line 1: ports.mqtt needs a whole number.
            ports: 1883                          | line 1: ports needs names and values, as in the manual.
            products: [ABC1234567]               | line 1: products needs names and values.
            products: {P: {authentication: psk}} | line 1: products.P.authentication needs one of key, certificate.
            products: {P: {devices: {d: {enabled: perhaps}}}} | line 1: products.P.devices.d.enabled needs true or false.
            products: {P: {devices: {d: {secret: [a]}}}} | line 1: products.P.devices.d.secret needs a text.
            products: {P: {topics: {suffix: a}}} | line 1: products.P.topics needs a list.
            host: "x                             | line 1: this is no valid YAML.
            {host: a, host: b}                   | line 1: the same name is used twice.
            just a text                          | line 1: the file needs names and values, as in the manual.
            """)
    void mistakeIsToldWithItsPlace(String content, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("bed.yaml", content))
                .withMessageStartingWith("The configuration " + directory.resolve("bed.yaml") + ", " + message)
                .withNoCause();
    }

    /** The exception of a YAML file is at the end of the value, which is on the next line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ports:#  mqtt: 1#  htp: 2#host: a     | line 3: ports.htp is unknown; did you mean http?
            ports:#  mqtt: high#  http: 2#        | line 2: ports.mqtt needs a whole number.
            host: a#prots:#  mqtt: 1#             | line 2: prots is unknown; did you mean ports?
            """)
    void mistakeInABlockIsToldWithItsLine(String content, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("bed.yaml", content.replace('#', '\n')))
                .withMessageEndingWith(", " + message);
    }

    @Test
    void mistakeInTheManualIsTheOneThatIsTold() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("bed.yaml", """
                        products:
                          ABC1234567:
                            devices:
                              dev-01: {secrt: AAECAwQFBgcICQoLDA0ODw==}
                        """))
                .satisfies(e -> assertThat(Files.readString(Path.of("../docs/simulator.adoc")))
                        .contains("\n" + e.getMessage().replace(directory + "/", "") + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products: {P: {devices: {d: {secret:VERY+SECRET==}}}}",
                "products: {P: {devices: {d: {secret: {VERY+SECRET==: a}}}}}",
                "products: {P: {devices: {d: [VERY+SECRET==]}}}",
                "products: {P: {devices: {d: VERY+SECRET==}}}",
                "products: {P: {devices: {d: {enabled: VERY+SECRET==}}}}",
                "products: {P: {devices: {d: {secret: VERY+SECRET==}, }, ]",
                "accounts: [VERY+SECRET==]",
                "accounts: {me: VERY+SECRET==}",
                "limits: VERY+SECRET==",
                "secret: \"VERY+SECRET==\\x\"",
            })
    void secretIsNeverRepeated(String content) {
        for (String name : new String[] {"bed.yaml", "bed.json"}) {
            Throwable failure = catchThrowable(() -> read(name, content));

            assertThat(failure).isInstanceOf(ConfigException.class).hasNoCause();
            assertThat(failure.getMessage()).doesNotContain("VERY").doesNotContain("\n");
        }
    }

    @Test
    void textFormHidesSecrets() throws IOException {
        assertThat(read("bed.yaml", """
                                accounts: [{secretId: me, secretKey: VERYSECRET}]
                                products: {P: {devices: {d: {secret: VERYSECRET}}}}
                                """).toString()).contains("me").doesNotContain("VERYSECRET");
    }

    @Test
    void missingFileIsToldInOneSentence() {
        Path file = directory.resolve("missing.yaml");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> TestBedReader.read(file))
                .withMessage("The configuration " + file + " cannot be read.");
    }

    private TestBed read(String name, String content) throws IOException {
        return TestBedReader.read(Files.writeString(directory.resolve(name), content));
    }
}
