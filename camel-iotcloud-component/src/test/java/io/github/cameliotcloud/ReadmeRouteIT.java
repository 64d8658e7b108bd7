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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.testing.Cloud;

class ReadmeRouteIT extends CamelTestSupport {

    private static final Pattern FIRST_YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final Cloud cloud = new Cloud();

    @TempDir
    Path directory;

    @Test
    void firstRouteOfTheReadmeWritesADeltaIntoAFileAndReportsBack() throws Exception {
        Matcher yaml = FIRST_YAML.matcher(Files.readString(Path.of("../README.md")));
        assertThat(yaml.find()).isTrue();
        Properties placeholders = new Properties();
        placeholders.setProperty("device.secret", Cloud.SECRET);
        context.getPropertiesComponent().setOverrideProperties(placeholders);
        context.getComponent("iotcloud", IotCloudComponent.class)
                .getConfiguration()
                .setBrokerUrl(cloud.simulator().brokerUrl());
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "readme.camel.yaml", yaml.group(1).replace("file:deltas", "file:" + directory)));

        cloud.desire("{\"t\":25}");
        cloud.desire("{\"t\":26}");

        Path file = directory.resolve("deltas.jsonl");
        await().untilAsserted(() -> assertThat(file).exists().content().isEqualTo("{\"t\":25}\n{\"t\":26}\n"));
        await().untilAsserted(() -> assertThat(cloud.state()).isEqualTo("{\"reported\":{\"t\":26}}"));
    }
}
