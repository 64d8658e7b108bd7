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

import org.apache.camel.Message;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.shadow.ShadowDelta;
import io.github.cameliotcloud.shadow.ShadowMessage;
import io.github.cameliotcloud.shadow.ShadowReply;
import io.github.cameliotcloud.shadow.ShadowTopics;

/** Writes a shadow message into a Camel message: the state is the body, the envelope becomes headers. */
final class ShadowHeaders {

    static final String DELTA = "delta";

    private ShadowHeaders() {}

    static void write(Message message, DeviceIdentity identity, ShadowDelta delta) {
        writeCommon(message, identity, delta);
        message.setHeader(IotCloudConstants.OPERATION, DELTA);
    }

    static void write(Message message, DeviceIdentity identity, ShadowReply reply) {
        writeCommon(message, identity, reply);
        message.setHeader(IotCloudConstants.OPERATION, reply.type());
        message.setHeader(IotCloudConstants.RESULT, reply.result());
        message.setHeader(IotCloudConstants.CLIENT_TOKEN, reply.clientToken());
    }

    private static void writeCommon(Message message, DeviceIdentity identity, ShadowMessage shadow) {
        // no QoS header: it would set the QoS of an event that the same route publishes
        message.setBody(shadow.state());
        message.setHeader(IotCloudConstants.PRODUCT, identity.product());
        message.setHeader(IotCloudConstants.DEVICE, identity.device());
        message.setHeader(IotCloudConstants.TOPIC, ShadowTopics.results(identity));
        message.setHeader(IotCloudConstants.VERSION, shadow.version());
        message.setHeader(IotCloudConstants.TIMESTAMP, shadow.timestamp());
    }
}
