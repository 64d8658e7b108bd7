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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;

/** Protocol.md sections 3.2 and 3.3. */
class TopicNamesTest {

    private static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");

    private static final int PREFIX = "ABC1234567/dev-01/".length();

    @ParameterizedTest
    @ValueSource(strings = {"a", "A_b-9:x", "room/temperature", "1/2/3/4/5/6/7/8/9"})
    void topicOfTheProductMayBeReadAndWritten(String name) {
        assertThatCode(() -> check(name)).doesNotThrowAnyException();
        assertThatCode(() -> TopicNames.checkPublishable(Channel.TOPIC, name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "#", "a/+", "+/a", "a/+/b", "a/#", "+/#"})
    void wildcardsMayOnlyBeRead(String name) {
        assertThatCode(() -> check(name)).doesNotThrowAnyException();
        assertThatThrownBy(() -> TopicNames.checkPublishable(Channel.TOPIC, name))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("a producer needs one topic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "/a", "a/", "a//b", "a+", "+a", "a/b+", "#/a", "a#", "a/#/b", "a b", "a.b", "a;b", "$a"
            })
    void whatTheCloudHasNoSuchTopicForIsRefused(String name) {
        assertThatThrownBy(() -> check(name))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith("Option name=" + name + ": iotcloud:topic needs the topic below");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2/3/4/5/6/7/8/9/10", "+/+/+/+/+/+/+/+/+/#"})
    void topicMayHaveTenSlashesAsAWhole(String name) {
        assertThatThrownBy(() -> check(name))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageEndingWith(
                        "the topic product/device/name has 11 slashes, but the cloud takes at most 10; use fewer levels");
    }

    @Test
    void topicMayHave255BytesAsAWhole() {
        String longest = "x".repeat(255 - PREFIX);
        assertThatCode(() -> check(longest)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(longest + "x"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageEndingWith(
                        "(238 characters): the topic product/device/name is longer than the 255 bytes that"
                                + " the cloud takes; shorten it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x/", "+/"})
    void hugeNameIsRefusedLikeALongOne(String part) {
        assertThatThrownBy(() -> check(part.repeat(1_000_000)))
                .isInstanceOf(InvalidOptionException.class)
                .message()
                .hasSizeLessThan(300);
    }

    @Test
    void onlyATopicHasAName() {
        assertThatThrownBy(() -> TopicNames.check(Channel.EVENT, DEVICE, "a"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("leave it out for iotcloud:event");
    }

    private static void check(String name) {
        TopicNames.check(Channel.TOPIC, DEVICE, name);
    }
}
