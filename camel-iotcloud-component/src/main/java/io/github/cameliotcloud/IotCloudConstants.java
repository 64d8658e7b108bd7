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

import org.apache.camel.spi.Metadata;

/** Names of the headers that the component reads and sets. Fields of a JSON payload never become headers. */
public final class IotCloudConstants {

    /** The URI scheme. */
    public static final String SCHEME = "iotcloud";

    @Metadata(
            description = "Product ID of the device that the message came from, such as ABC1234567.",
            javaType = "String")
    public static final String PRODUCT = "CamelIotCloudProduct";

    @Metadata(description = "Name of the device that the message came from, such as dev-01.", javaType = "String")
    public static final String DEVICE = "CamelIotCloudDevice";

    @Metadata(
            description = "For a shadow producer: get, update or clear, instead of the option operation."
                    + " On a message from the shadow: delta, get or update. With events=all remove it in front of a shadow"
                    + " producer, which would follow it.",
            javaType = "String")
    public static final String OPERATION = "CamelIotCloudOperation";

    @Metadata(
            description = "The result code of a shadow reply: 0 for success, 5005 for a version conflict.",
            javaType = "Integer")
    public static final String RESULT = "CamelIotCloudResult";

    @Metadata(
            description = "Version of the shadow. For a shadow producer with operation update or clear: the version"
                    + " that the shadow must have, else the request fails; not set or 0 means no check.",
            javaType = "Long")
    public static final String VERSION = "CamelIotCloudVersion";

    @Metadata(
            description = "When the shadow last changed, in milliseconds since 1970, such as 1615858440000.",
            javaType = "Long")
    public static final String TIMESTAMP = "CamelIotCloudTimestamp";

    @Metadata(
            description =
                    "The client token of a shadow reply, as it was in the request. It tells replies apart with events=all.",
            javaType = "String")
    public static final String CLIENT_TOKEN = "CamelIotCloudClientToken";

    @Metadata(description = "The MQTT topic of the message, such as ABC1234567/dev-01/control.", javaType = "String")
    public static final String TOPIC = "CamelIotCloudTopic";

    @Metadata(
            description = "QoS of the message. For a producer: 0 or 1, instead of the option qos.",
            javaType = "Integer")
    public static final String QOS = "CamelIotCloudQos";

    private IotCloudConstants() {}
}
