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
package io.github.cameliotcloud.simulator.application;

/** Why the cloud does not do what an application asks for (protocol.md 7.5). */
public enum Refusal {
    BROADCAST_IS_RUNNING("A broadcast to the product is still running."),
    DEVICE_ALREADY_EXISTS("The device exists already."),
    DEVICE_DISABLED("The device is disabled."),
    DEVICE_OFFLINE("The device is offline."),
    NOT_SUBSCRIBED("The device has not subscribed to the topic."),
    OVER_RATE("Too many messages went to the device within a second."),
    PAYLOAD_OVER_LIMIT("The payload is too long."),
    PRODUCT_WITHOUT_SECRETS("The devices of the product show certificates; they have no secret."),
    RRPC_TIMEOUT("The device has not answered in time."),
    TOO_MANY_MESSAGES("Too many messages wait for the device."),
    TOPIC_NOT_ALLOWED("The devices of the product may not subscribe to the topic."),
    UNKNOWN_PRODUCT("The product does not exist.");

    private final String meaning;

    Refusal(String meaning) {
        this.meaning = meaning;
    }

    /** A sentence. */
    public String meaning() {
        return meaning;
    }
}
