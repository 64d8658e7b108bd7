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
package io.github.cameliotcloud.examples.shadowtodatabase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/**
 * Headers for the statement: {@code payload} as text and {@code messageId}, the field {@code id} of a JSON payload. The
 * cloud gives messages no identity of their own, so without that field equal payloads count as one message.
 */
@Singleton
@Named("messageKey")
public class MessageKey implements Processor {

    private static final int LONGEST_ID = 90;

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public void process(Exchange exchange) {
        byte[] payload = exchange.getMessage().getBody(byte[].class);
        String text = new String(payload, StandardCharsets.UTF_8);
        exchange.getMessage().setHeader("payload", text);
        exchange.getMessage().setHeader("messageId", key(text, payload));
    }

    private String key(String text, byte[] payload) {
        String id = id(text);
        return id.isEmpty() || id.length() > LONGEST_ID ? digest(payload) : "id:" + id;
    }

    private String id(String text) {
        try {
            JsonNode message = mapper.readTree(text);
            return message == null ? "" : message.path("id").asText("");
        } catch (JsonProcessingException notJson) {
            return "";
        }
    }

    private static String digest(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
