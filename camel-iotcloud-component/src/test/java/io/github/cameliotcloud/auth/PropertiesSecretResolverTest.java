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

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidOptionException;

class PropertiesSecretResolverTest {

    private static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");

    @TempDir
    Path directory;

    private Path file;
    private PropertiesSecretResolver resolver;

    @BeforeEach
    void create() {
        file = directory.resolve("secrets.properties");
        resolver = new PropertiesSecretResolver(file.toString());
    }

    @Test
    void secretIsFoundByProductAndDeviceAndKeepsItsSigns() throws Exception {
        Files.writeString(file, """
                # thermostats, 一楼
                ABC1234567/dev-01=+b/c/efgAAECAwQFBgcICQ==
                ABC1234567/hall\\:2 = AAECAwQFBgcICQoLDA0ODw==
                """);
        assertThat(resolver.secretOf(DEVICE)).isEqualTo("+b/c/efgAAECAwQFBgcICQ==");
        assertThat(resolver.secretOf(new DeviceIdentity("ABC1234567", "hall:2")))
                .isEqualTo("AAECAwQFBgcICQoLDA0ODw==");
    }

    @Test
    void unknownDeviceHasNoSecret() throws Exception {
        Files.writeString(file, "ABC1234567/dev-02=AAECAwQFBgcICQoLDA0ODw==");
        assertThat(resolver.secretOf(DEVICE)).isNull();
        assertThatThrownBy(() -> new ResolvedSecret(resolver).secretOf(DEVICE))
                .hasMessage("Option secretResolver=PropertiesSecretResolver: it knows no secret for device"
                        + " ABC1234567/dev-01; add the device there");
    }

    @Test
    void changedFileIsUsedAtTheNextLookup() throws Exception {
        Files.writeString(file, "ABC1234567/dev-01=b2xk");
        assertThat(resolver.secretOf(DEVICE)).isEqualTo("b2xk");
        Files.writeString(file, "ABC1234567/dev-01=bmV3");
        assertThat(resolver.secretOf(DEVICE)).isEqualTo("bmV3");
    }

    @Test
    void missingFileIsNamed() {
        assertUnreadable("NoSuchFileException");
    }

    @Test
    void directoryIsNamed() throws Exception {
        Files.createDirectory(file);
        assertUnreadable("IOException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC1234567/dev-01=geheim\u00df", "ABC1234567/dev-01=geheim\\uZZZZ"})
    void fileThatIsNotUtf8PropertiesIsNamedAndNotQuoted(String content) throws Exception {
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable("Exception");
    }

    @Test
    void pathThatCannotBeOneIsNamed() {
        assertThatThrownBy(() -> new PropertiesSecretResolver("a\0b").secretOf(DEVICE))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("InvalidPathException");
    }

    @Test
    void textFormShowsThePathAndResolversOfOneFileAreEqual() throws Exception {
        Files.writeString(file, "ABC1234567/dev-01=AAECAwQFBgcICQoLDA0ODw==");
        resolver.secretOf(DEVICE);
        assertThat(resolver)
                .hasToString("PropertiesSecretResolver[file=" + file + "]")
                .isEqualTo(new PropertiesSecretResolver(file.toString()));
    }

    private void assertUnreadable(String reason) {
        assertThatThrownBy(() -> resolver.secretOf(DEVICE))
                .isInstanceOf(InvalidOptionException.class)
                .hasNoCause()
                .hasMessageStartingWith(
                        "Option secretResolver=PropertiesSecretResolver: it cannot read the file " + file)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim");
    }
}
