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

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.testing.ProgramRun;

/** The command as a program, with the component alone on its class path. */
class SignCommandIT {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final String NO_SECRET = "";
    private static final String[] VECTOR_1 = {"ABC1234567", "dev-01", "--connid", "x7K2p", "--expiry", "1700003600"};

    @Test
    void secretAsArgumentSigns() throws Exception {
        assertVector1(sign(NO_SECRET, "", with(SECRET)));
    }

    @Test
    void secretOfStandardInputSigns() throws Exception {
        assertVector1(sign(NO_SECRET, SECRET + "\n", with("-")));
    }

    @Test
    void secretOfTheEnvironmentSigns() throws Exception {
        assertVector1(sign(SECRET, "", VECTOR_1));
    }

    @Test
    void mistakeIsOneSentenceOnStandardErrorAndExitCode2() throws Exception {
        ProgramRun run = sign(NO_SECRET, "", with(SECRET.substring(0, 22)));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors().lines()).singleElement().asString().contains("copy it again");
        assertThat(run.errors()).doesNotContain(SECRET.substring(0, 4));
    }

    @Test
    void helpEndsWithExitCode0() throws Exception {
        ProgramRun run = sign(NO_SECRET, "", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("PRODUCT DEVICE [SECRET]");
        assertThat(run.errors()).isEmpty();
    }

    private static void assertVector1(ProgramRun run) {
        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines())
                .containsExactly(
                        "clientid=ABC1234567dev-01",
                        "username=ABC1234567dev-01;12010126;x7K2p;1700003600",
                        "password=3a3179f94e52f18bd8073b6f513af0a405ca5c9e4eaae45e3f7e532b6c52f5ba;hmacsha256");
    }

    private static String[] with(String secret) {
        return Stream.concat(Stream.of(VECTOR_1), Stream.of(secret)).toArray(String[]::new);
    }

    private static ProgramRun sign(String secretOfTheEnvironment, String input, String... arguments) throws Exception {
        return ProgramRun.of(
                Map.of("IOTCLOUD_DEVICE_SECRET", secretOfTheEnvironment),
                input,
                ProgramRun.java(ProgramRun.classPathOf(SignCommand.class), SignCommand.class, arguments));
    }
}
