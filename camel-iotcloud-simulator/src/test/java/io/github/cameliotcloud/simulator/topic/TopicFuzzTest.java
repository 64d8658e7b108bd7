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
package io.github.cameliotcloud.simulator.topic;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import io.github.cameliotcloud.simulator.limits.Limits;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class TopicFuzzTest {

    private static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");
    private static final String PREFIX = "ABC1234567/dev-01/";
    private static final List<String> TOPICS = List.of(
            PREFIX + "event",
            PREFIX + "control",
            PREFIX + "data",
            PREFIX + "a/b/c",
            "$shadow/operation/ABC1234567/dev-01",
            "$shadow/operation/result/ABC1234567/dev-01");

    private final ProductTopicRules rules =
            new ProductTopicRules(Map.of("ABC1234567", List.of(new TopicClass("a/+/c", true, true))), Limits.relaxed());

    @Fuzz("topics to publish to")
    void devicePublishesOnlyBelowItsOwnName(@ForAll("topics") String topic, Tally tally) {
        boolean allowed = rules.mayPublish(DEVICE, topic);

        if (allowed) {
            assertThat(topic).doesNotContain("+", "#");
            assertThat(topic.startsWith(PREFIX) || topic.equals(TOPICS.get(4))).isTrue();
            assertThat(topic.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
        }
        tally.count(allowed ? "accepted" : "refused");
    }

    @Fuzz("filters to subscribe to")
    void deviceSubscribesOnlyBelowItsOwnName(@ForAll("topics") String filter, Tally tally) {
        boolean allowed = rules.maySubscribe(DEVICE, filter);

        if (allowed) {
            assertThat(filter.startsWith(PREFIX) || filter.equals(TOPICS.get(5)))
                    .isTrue();
            assertThat(filter.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(255);
        }
        tally.count(allowed ? "accepted" : "refused");
    }

    @Fuzz("filters against topics")
    void matchingIsWhatTheStandardSays(
            @ForAll("filters") String filter, @ForAll("topicNames") String topic, Tally tally) {
        boolean matches = TopicFilters.matches(filter, topic);

        assertThat(matches).isEqualTo(regex(filter).matcher(topic).matches());
        tally.count(matches ? "matching" : "different");
    }

    // an oracle that is made in another way
    private static Pattern regex(String filter) {
        String regex = filter.replace("+", "[^/]*");
        if (regex.equals("#")) {
            return Pattern.compile(".*");
        }
        return Pattern.compile(regex.endsWith("/#") ? regex.substring(0, regex.length() - 2) + "(/.*)?" : regex);
    }

    @Provide
    Arbitrary<String> topics() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings()
                        .withChars("/+#$ abc\u0000\ud83d\u4e2d".toCharArray())
                        .ofMaxLength(30)
                        .map(text -> PREFIX + text),
                Arbitraries.of(TOPICS),
                Arbitraries.randomValue(random -> Mutations.of(TOPICS.get(random.nextInt(TOPICS.size())), random)));
    }

    @Provide
    Arbitrary<String> filters() {
        Arbitrary<String> levels = levels("", "a", "b", "+");
        return Arbitraries.oneOf(levels, levels.map(text -> text + "/#"), Arbitraries.just("#"));
    }

    @Provide
    Arbitrary<String> topicNames() {
        return levels("", "a", "b");
    }

    private static Arbitrary<String> levels(String... words) {
        return Arbitraries.of(words).list().ofMinSize(1).ofMaxSize(4).map(list -> String.join("/", list));
    }
}
