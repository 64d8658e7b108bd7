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

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.limits.Limits;

class Section33TopicRulesTest {

    private static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");
    private static final String OWN = "ABC1234567/dev-01/";

    private static final Map<String, List<TopicClass>> CLASSES = Map.of(
            "ABC1234567",
            List.of(
                    new TopicClass("up/log", true, false),
                    new TopicClass("down/cmd", false, true),
                    new TopicClass("both/+", true, true)));

    private final TopicAuthorizer rules = new ProductTopicRules(CLASSES, Limits.relaxed());

    @ParameterizedTest
    @ValueSource(
            strings = {
                OWN + "event",
                OWN + "data",
                OWN + "up/log",
                OWN + "both/x",
                "$shadow/operation/ABC1234567/dev-01",
                "$rrpc/txd/ABC1234567/dev-01/27041"
            })
    @DisplayName("3.3 a device publishes to its own topics with permission")
    void publishIsPermitted(String topic) {
        assertThat(rules.mayPublish(DEVICE, topic)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "event",
                OWN + "control",
                OWN + "down/cmd",
                OWN + "other",
                OWN + "both",
                OWN + "both/x/y",
                OWN + "event/",
                OWN + "+",
                "ABC1234567/dev-02/event",
                "$shadow/operation/ABC1234567/dev-02",
                "$shadow/operation/result/ABC1234567/dev-01",
                "$rrpc/rxd/ABC1234567/dev-01/27041",
                "$rrpc/txd/ABC1234567/dev-01",
                "$rrpc/txd/ABC1234567/dev-01/",
                "$rrpc/txd/ABC1234567/dev-01/1/2",
                "$rrpc/txd/ABC1234567/dev-01/+",
                "$rrpc/txd/ABC1234567/dev-02/27041",
                "$broadcast/rxd/ABC1234567/dev-01"
            })
    @DisplayName("3.3 a device publishes to no other topic, and not to wildcards")
    void publishIsNotPermitted(String topic) {
        assertThat(rules.mayPublish(DEVICE, topic)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OWN + "control",
                OWN + "data",
                OWN + "down/cmd",
                OWN + "both/x",
                OWN + "both/+",
                OWN + "#",
                OWN + "+",
                OWN + "+/x",
                OWN + "nothing/matches/+",
                "$shadow/operation/result/ABC1234567/dev-01",
                "$rrpc/rxd/ABC1234567/dev-01/+",
                "$broadcast/rxd/ABC1234567/dev-01"
            })
    @DisplayName("3.3 # is the last level, + a whole level after the device name")
    void subscribeIsPermitted(String filter) {
        assertThat(rules.maySubscribe(DEVICE, filter)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "+/+/control",
                "ABC1234567/#",
                "ABC1234567/+/control",
                "ABC1234567/dev-02/control",
                "ABC1234567/dev-02/#",
                OWN + "event",
                OWN + "up/log",
                OWN + "other",
                OWN + "#/x",
                OWN + "x#",
                OWN + "x+",
                "$shadow/operation/ABC1234567/dev-01",
                "$shadow/operation/result/ABC1234567/+",
                "$shadow/operation/result/ABC1234567/dev-01/#",
                "$shadow/#",
                "$rrpc/rxd/ABC1234567/dev-01/27041",
                "$rrpc/rxd/ABC1234567/dev-01/#",
                "$rrpc/rxd/ABC1234567/dev-02/+",
                "$rrpc/rxd/ABC1234567/+/+",
                "$rrpc/txd/ABC1234567/dev-01/+",
                "$broadcast/rxd/ABC1234567/dev-02",
                "$broadcast/rxd/ABC1234567/+"
            })
    @DisplayName("3.3 no wildcards above the device name or in system topics")
    void subscribeIsNotPermitted(String filter) {
        assertThat(rules.maySubscribe(DEVICE, filter)).isFalse();
    }

    @Test
    @DisplayName("3.3 custom classes are defined by the product")
    void customClassesBelongToTheirProduct() {
        DeviceIdentity stranger = new DeviceIdentity("XYZ1234567", "dev-01");

        assertThat(rules.mayPublish(stranger, "XYZ1234567/dev-01/up/log")).isFalse();
        assertThat(rules.mayPublish(stranger, "XYZ1234567/dev-01/event")).isTrue();
    }

    @Test
    @DisplayName("3.2 topics have 255 bytes and 10 slashes (A)")
    void topicOver255BytesOrTenSlashesIsRefused() {
        String deepest = OWN + "a/b/c/d/e/f/g/h/+";

        assertThat(rules.maySubscribe(DEVICE, deepest)).isTrue();
        assertThat(rules.maySubscribe(DEVICE, deepest.replace("+", "i/+"))).isFalse();
        assertThat(rules.maySubscribe(DEVICE, OWN + "x".repeat(235) + "/+")).isTrue();
        assertThat(rules.maySubscribe(DEVICE, OWN + "x".repeat(236) + "/+")).isFalse();
        assertThat(rules.maySubscribe(DEVICE, OWN + "é".repeat(118) + "/+")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "a#", "#", "a+", "a b", "$x"})
    @DisplayName("3.3 the grammar of custom classes")
    void badSuffixOfACustomClassIsRefused(String suffix) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicClass(suffix, true, true));
    }
}
