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

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * Secrets of devices in a properties file, a line such as {@code ABC1234567/dev-01=AAECAwQFBgcICQoLDA0ODw==} for each
 * device. The file is UTF-8 and read at each look-up, so a change is used at the next connection attempt and no secret
 * is kept. A {@code :} in a device name is written {@code \:}, as properties files want it.
 *
 * @param file path of the file
 */
public record PropertiesSecretResolver(String file) implements SecretResolver {

    /** @throws InvalidOptionException when the file cannot be read; the message names it */
    @Override
    public String secretOf(DeviceIdentity identity) {
        return read().getProperty(identity.toString());
    }

    private Properties read() {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            secrets.load(reader);
            return secrets;
        } catch (IOException | IllegalArgumentException e) {
            // not chained: the text of a parser may quote what it has read
            throw new InvalidOptionException(
                    "secretResolver",
                    getClass().getSimpleName(),
                    "it cannot read the file " + file + " (" + e.getClass().getSimpleName()
                            + "); make it a UTF-8 properties file that this process may read");
        }
    }
}
