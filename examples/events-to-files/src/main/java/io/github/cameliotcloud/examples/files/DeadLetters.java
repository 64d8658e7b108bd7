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
package io.github.cameliotcloud.examples.files;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.github.cameliotcloud.IotCloudConstants;

/** Describes a message that cannot be stored, as fields of a JSON object: the parser's text alone has line breaks. */
public final class DeadLetters {

    /** @return device, topic, reason in one line, and the message as Base64, since it may be any bytes */
    public Map<String, Object> describe(
            @Header(IotCloudConstants.DEVICE) String device,
            @Header(IotCloudConstants.TOPIC) String topic,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure,
            @Body byte[] message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("device", device);
        fields.put("topic", topic);
        fields.put("reason", reason(failure));
        fields.put("message", message);
        return fields;
    }

    private static String reason(Exception failure) {
        return failure instanceof JsonProcessingException json ? json.getOriginalMessage() : failure.getMessage();
    }
}
