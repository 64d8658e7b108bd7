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

import java.io.IOException;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.shadow.StrictJson;

/** Makes the body JSON text in UTF-8, as bytes, and says so in the header Content-Type. */
@DataTypeTransformer(
        name = "iotcloud:application-json",
        description = "Makes the body of a message of a device JSON text; fails when it is none")
public final class JsonDataTypeTransformer extends Transformer {

    static final String MEDIA_TYPE = "application/json";

    private final StrictJson json = new StrictJson();

    /** @throws MalformedMessageException when the body is no JSON */
    @Override
    public void transform(Message message, DataType fromType, DataType toType) throws InvalidPayloadException {
        byte[] text = message.getMandatoryBody(byte[].class);
        check(text, message);
        message.setBody(text);
        message.setHeader(Exchange.CONTENT_TYPE, MEDIA_TYPE);
    }

    private void check(byte[] text, Message message) {
        String reason = "there is no text";
        try {
            if (!json.read(text).isMissingNode()) {
                return;
            }
        } catch (IOException e) {
            reason = e.getMessage();
        }
        throw new MalformedMessageException("The body of the message from "
                + message.getHeader(IotCloudConstants.TOPIC, "the device", String.class) + " is no JSON: " + reason);
    }
}
