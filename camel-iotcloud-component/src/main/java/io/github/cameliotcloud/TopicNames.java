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

import java.util.regex.Pattern;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.TopicLimits;

/** The option {@code name}: a topic, or topic filter, below product and device (protocol.md sections 3.2, 3.3). */
final class TopicNames {

    private static final String LEVEL = "[A-Za-z0-9:_-]+";
    private static final Pattern TOPIC = Pattern.compile(LEVEL + "(/" + LEVEL + ")*");
    private static final Pattern FILTER = Pattern.compile("(#|(" + LEVEL + "|\\+)(/(" + LEVEL + "|\\+))*(/#)?)");

    private TopicNames() {}

    /** @throws InvalidOptionException when the channel has no name, or the cloud no such topics */
    static void check(Channel channel, DeviceIdentity device, String name) {
        if (channel != Channel.TOPIC) {
            if (name != null) {
                throw new InvalidOptionException(
                        "name", name, "only iotcloud:topic has a name; leave it out for iotcloud:" + channel.uriName());
            }
            return;
        }
        if (name == null) {
            throw malformed(name);
        }
        // first, because matching a very long name would overflow the stack
        TopicLimits.violation(channel.topic(device, name)).ifPresent(violation -> {
            throw new InvalidOptionException("name", name, "the topic product/device/name " + violation);
        });
        if (!FILTER.matcher(name).matches()) {
            throw malformed(name);
        }
    }

    /** @throws InvalidOptionException when one cannot publish to such a topic */
    static void checkPublishable(Channel channel, String name) {
        if (channel == Channel.TOPIC && !TOPIC.matcher(name).matches()) {
            throw new InvalidOptionException("name", name, "a producer needs one topic, without + and #");
        }
    }

    private static InvalidOptionException malformed(String name) {
        return new InvalidOptionException(
                "name",
                name,
                "iotcloud:topic needs the topic below product/device, such as name=alarm or name=room/temperature:"
                        + " letters, digits, '_', '-', ':' and '/', for a consumer also '+' as a whole level and '#' as"
                        + " the last");
    }
}
