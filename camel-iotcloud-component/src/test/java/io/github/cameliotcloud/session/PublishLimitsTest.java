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
package io.github.cameliotcloud.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidMessageException;

/** Protocol.md section 3.2. */
class PublishLimitsTest {

    private static final String TOPIC = "ABC1234567/dev-01/event";

    @Test
    void payloadMayHave16KilobytesAndNoMore() {
        assertThatCode(() -> PublishLimits.check(TOPIC, new byte[16 * 1024])).doesNotThrowAnyException();
        assertThatThrownBy(() -> PublishLimits.check(TOPIC, new byte[16 * 1024 + 1]))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("the message for ABC1234567/dev-01/event has 16385 bytes, but the cloud takes at most 16384"
                        + " (16 KB): send less, or split it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9"})
    void topicMayHave255BytesAndNoMore(String last) {
        int room = 255 - last.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThatCode(() -> PublishLimits.check("x".repeat(room) + last, new byte[0]))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PublishLimits.check("x".repeat(room + 1) + last, new byte[0]))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("xxx... (")
                .hasMessageEndingWith("is longer than the 255 bytes that the cloud takes; shorten it");
    }

    @Test
    void topicMayHaveTenSlashesAndNoMore() {
        assertThatCode(() -> PublishLimits.check("a" + "/b".repeat(10), new byte[0]))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PublishLimits.check("a" + "/b".repeat(11), new byte[0]))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("the topic a/b/b/b/b/b/b/b/b/b/b/b has 11 slashes, but the cloud takes at most 10; use"
                        + " fewer levels");
    }

    @Test
    void refusedTopicIsShownOnOneShortLine() {
        assertThatThrownBy(() ->
                        PublishLimits.check("a\r\nWARN forged\u2028\u202e\u0085" + "/b".repeat(1000), new byte[0]))
                .hasMessageStartingWith("the topic a??WARN forged???/b/b")
                .message()
                .hasSizeLessThan(200);
    }
}
