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
package io.github.cameliotcloud.shadow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.error.PrintableText;

/** JSON as the cloud writes it: UTF-8, each key once, nothing behind the end, within bounds. Nothing else is read. */
public final class StrictJson {

    /** A document has 16 KB (protocol.md section 5.1); a reply to get holds it twice, with a date for each attribute. */
    private static final int MAX_BYTES = 256 * 1024;

    /** The cloud allows 5 levels; the envelope and metadata add some. */
    private static final int MAX_NESTING = 32;

    private static final int MAX_NAME_LENGTH = 1024;

    /** Digits when written out: 1e999999999 is short to send, and fills the memory of who prints it. */
    private static final int MAX_DIGITS = 1000;

    private static final String TOO_MANY_DIGITS = "a number has more than " + MAX_DIGITS + " digits";

    private static final int LONGEST_REASON = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final ObjectMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxStringLength(MAX_BYTES)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // a stranger's names are not worth remembering
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @return to write with */
    ObjectMapper mapper() {
        return mapper;
    }

    /**
     * @param json text in UTF-8, 256 KB at most
     * @return the JSON value, a missing node for no text at all; it can be written as JSON again
     * @throws IOException with a short printable reason and no cause, which would quote the text as it came
     */
    public JsonNode read(byte[] json) throws IOException {
        if (json.length > MAX_BYTES) { // Jackson counts only what it reads from a stream
            throw new IOException(json.length + " bytes are more than " + MAX_BYTES);
        }
        try {
            JsonNode value = mapper.readTree(text(json));
            check(value);
            return value;
        } catch (CharacterCodingException e) {
            throw new IOException("the bytes are not UTF-8 text");
        } catch (NumberFormatException | ArithmeticException e) { // exponents that BigDecimal does not take
            throw new IOException(TOO_MANY_DIGITS);
        } catch (JsonProcessingException e) {
            throw new IOException(reason(e));
        }
    }

    /** @return Jackson's own text, short and printable, without the source that it quotes */
    static String reason(JsonProcessingException e) {
        return PrintableText.of(e.getOriginalMessage(), LONGEST_REASON);
    }

    /** Decoded here, because Jackson would also take UTF-16, UTF-32 and overlong forms. */
    private static String text(byte[] json) throws CharacterCodingException {
        String text = new String(json, UTF_8); // the fast way, which puts this character in place of what is wrong
        if (text.indexOf(REPLACEMENT) >= 0) {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void check(JsonNode value) throws IOException {
        if (value.isBigDecimal() && Math.abs((long) value.decimalValue().scale()) > MAX_DIGITS) {
            throw new IOException(TOO_MANY_DIGITS);
        }
        if (value.isTextual()) {
            checkText(value.textValue());
        }
        if (value.isObject()) {
            for (var names = value.fieldNames(); names.hasNext(); ) {
                checkText(names.next());
            }
        }
        for (JsonNode child : value) {
            check(child);
        }
    }

    /** An escape such as \ud800 makes half a character, which nobody can write as UTF-8. */
    private static void checkText(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!isPair(text, i)) {
                    throw new IOException("a text has half a surrogate pair");
                }
                i++;
            }
        }
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
