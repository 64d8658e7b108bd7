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

import java.time.Instant;
import java.util.Map;

import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes a message that a consumer of this component brought a CloudEvent: sets Camel's CloudEvent headers and leaves the
 * body as it is. The id of a shadow message is made of device, version and time, so it is the same when the message comes
 * again; the id of other messages is that of the exchange, because the cloud gives them none.
 */
@DataTypeTransformer(
        name = "iotcloud:application-cloudevents",
        description = "Sets CloudEvent headers on a message of a device: source, subject, type, time and id")
public final class CloudEventsDataTypeTransformer extends Transformer {

    private static final String TYPE_PREFIX = "io.github.cameliotcloud.";

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        Map<String, Object> headers = message.getHeaders();
        String device = header(message, IotCloudConstants.PRODUCT) + "/" + header(message, IotCloudConstants.DEVICE);
        String subject = subject(message, device);

        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, CloudEvents.v1_0.version());
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_ID, id(message, device));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, "iotcloud:" + device);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, subject);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, TYPE_PREFIX + type(message, subject));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TIME, time(message));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, contentType(message));
    }

    private static boolean isShadow(Message message) {
        return message.getHeader(IotCloudConstants.OPERATION) != null;
    }

    private static String id(Message message, String device) {
        return isShadow(message)
                ? device + "/" + header(message, IotCloudConstants.OPERATION) + "/"
                        + header(message, IotCloudConstants.VERSION) + "/"
                        + header(message, IotCloudConstants.TIMESTAMP)
                : message.getExchange().getExchangeId();
    }

    /** The topic below product and device, so that a rule for all devices needs no wildcard. */
    private static String subject(Message message, String device) {
        return isShadow(message)
                ? "shadow"
                : header(message, IotCloudConstants.TOPIC).replace(device + "/", "");
    }

    private static String type(Message message, String subject) {
        if (isShadow(message)) {
            return "shadow." + header(message, IotCloudConstants.OPERATION);
        }
        return subject.equals("control") ? "control" : "message";
    }

    private static String time(Message message) {
        Long changed = message.getHeader(IotCloudConstants.TIMESTAMP, Long.class);
        return changed == null
                ? CloudEvents.v1_0.getEventTime(message.getExchange())
                : Instant.ofEpochMilli(changed).toString();
    }

    private static String contentType(Message message) {
        return message.getBody() instanceof JsonNode
                ? JsonDataTypeTransformer.MEDIA_TYPE
                : CloudEvent.APPLICATION_OCTET_STREAM_MIME_TYPE;
    }

    private static String header(Message message, String name) {
        return message.getHeader(name, "", String.class);
    }
}
