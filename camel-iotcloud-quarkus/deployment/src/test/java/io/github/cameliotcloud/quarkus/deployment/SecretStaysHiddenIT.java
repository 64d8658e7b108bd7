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
package io.github.cameliotcloud.quarkus.deployment;

import java.util.List;
import java.util.logging.LogRecord;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;

class SecretStaysHiddenIT {

    private static final String SECRET = "dGhpcyBpcyB0aGUgc2VjcmV0";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("camel.component.iotcloud.device-secret", SECRET)
            .overrideConfigKey("quarkus.log.category.\"io.github.cameliotcloud\".level", "DEBUG")
            .setLogRecordPredicate(line -> true)
            .assertLogRecords(SecretStaysHiddenIT::checkLog);

    @ConfigProperty(name = "camel.component.iotcloud.device-secret")
    String secret;

    @Test
    void secretIsKnownToTheApplicationAndNotInItsLog() {
        assertThat(secret).isEqualTo(SECRET);
    }

    private static void checkLog(List<LogRecord> log) {
        PatternFormatter text = new PatternFormatter("%s%e");
        List<String> lines = log.stream().map(text::format).toList();
        assertThat(lines)
                .anyMatch(
                        line -> line.startsWith("Dev Services for camel-iotcloud: simulated cloud at tcp://127.0.0.1:"))
                .anyMatch(line -> line.contains("deviceSecret = xxxxxx"))
                .noneMatch(line -> line.contains(SECRET));
    }
}
