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

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.session.SessionRegistry;
import io.github.cameliotcloud.session.SessionState;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

class OperationsPageTest {

    private static final String PAGE = "operations.adoc";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void everyMeterIsInTheTableAndNoOther() throws IOException {
        Meters meters = new MicrometerMeters(registry, "camel-1", new SessionRegistry(null, InstantSource.system()));
        meters.published(Channel.EVENT, null);
        meters.shadowRequest("get", Duration.ofMillis(5), new TimeoutException());

        List<String> rows = DocsSnippet.page(PAGE)
                .lines()
                .filter(line -> line.startsWith("|`camel.iotcloud."))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(registry.getMeters().stream()
                        .map(Meter::getId)
                        .map(OperationsPageTest::row)
                        .distinct()
                        .toList());
    }

    @Test
    void everyStateIsNamed() throws IOException {
        assertThat(SessionState.values())
                .allSatisfy(state -> assertThat(DocsSnippet.page(PAGE))
                        .contains("`" + state.name().toLowerCase(Locale.ROOT) + "`"));
    }

    private static String row(Meter.Id meter) {
        return "|`%s` |%s |%s |%s"
                .formatted(
                        meter.getName(),
                        meter.getType().name().toLowerCase(Locale.ROOT),
                        meter.getTags().stream()
                                .map(Tag::getKey)
                                .map(key -> "`" + key + "`")
                                .collect(Collectors.joining(", ")),
                        meter.getDescription());
    }
}
