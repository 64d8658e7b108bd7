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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.MalformedMessageException;

class ShadowCodecTest {

    private final ShadowCodec codec = new ShadowCodec();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void getRequestIsTheDocumentedOne() throws Exception {
        assertThat(mapper.readTree(codec.encodeGet("t-0")))
                .isEqualTo(mapper.readTree("{\"type\":\"get\",\"clientToken\":\"t-0\"}"));
    }

    @Test
    void updateCarriesReportedAndVersion() throws Exception {
        byte[] message =
                codec.encodeUpdate(ShadowUpdate.report(object("{\"t\":27}")).ifVersion(7), "t-1");
        assertThat(mapper.readTree(message))
                .isEqualTo(
                        mapper.readTree(
                                "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":27}},\"version\":7,\"clientToken\":\"t-1\"}"));
    }

    @Test
    void clearSendsDesiredNullAndNothingElse() throws Exception {
        JsonNode message = mapper.readTree(codec.encodeUpdate(ShadowUpdate.clear(), "t"));
        assertThat(message.path("state")).isEqualTo(mapper.readTree("{\"desired\":null}"));
        assertThat(message.path("version").asLong()).isZero();
    }

    @Test
    void reportedNullIsKeptBecauseItDeletesTheKey() throws Exception {
        byte[] message = codec.encodeUpdate(ShadowUpdate.report(object("{\"m\":null}")), "t");
        assertThat(new String(message, StandardCharsets.UTF_8)).contains("\"m\":null");
    }

    @Test
    void getReplyWithSecondsOutsideAndMillisecondsInsideIsRead() {
        ShadowReply reply = (ShadowReply)
                decode(
                        "{\"clientToken\":\"c-0\",\"payload\":{\"state\":{\"delta\":{\"t\":25},\"desired\":{\"t\":25},\"reported\":{\"t\":27}},"
                                + "\"timestamp\":1615858698132,\"version\":26},\"result\":0,\"timestamp\":1615858706,\"type\":\"get\"}");
        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.version()).isEqualTo(26);
        assertThat(reply.timestamp()).isEqualTo(1615858698132L);
        assertThat(reply.delta().path("t").asInt()).isEqualTo(25);
    }

    @Test
    void timestampInSecondsBecomesMilliseconds() {
        assertThat(decode("{\"type\":\"get\",\"result\":0,\"timestamp\":1615858706}")
                        .timestamp())
                .isEqualTo(1615858706000L);
    }

    @Test
    void clientTokenSentAsANumberIsReadAsText() {
        ShadowReply reply = (ShadowReply) decode("{\"type\":\"get\",\"result\":0,\"clientToken\":8480,\"payload\":{}}");
        assertThat(reply.clientToken()).isEqualTo("8480");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientToken\":\"a\",\"payload\":{\"state\":null,\"version\":4},\"result\":0,\"type\":\"update\"}",
                "{\"clientToken\":\"a\",\"payload\":{\"state\":{\"desired\":null},\"version\":4},\"result\":0,\"type\":\"update\"}",
                "{\"clientToken\":\"a\",\"payload\":{\"version\":4},\"result\":0,\"type\":\"update\"}"
            })
    void everyKnownShapeOfAnUpdateReplyIsAccepted(String json) {
        ShadowReply reply = (ShadowReply) decode(json);
        assertThat(reply.version()).isEqualTo(4);
        assertThat(reply.state().isObject()).isTrue();
    }

    @Test
    void deltaIsRead() {
        ShadowDelta delta = (ShadowDelta)
                decode(
                        "{\"payload\":{\"state\":{\"t\":25},\"timestamp\":1615858440000,\"version\":9},\"timestamp\":1615858440000,\"type\":\"delta\"}");
        assertThat(delta.state().path("t").asInt()).isEqualTo(25);
        assertThat(delta.version()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{\"type\":\"delta\"",
                "{\"type\":\"delta\",\"payload\":{}} {}",
                "{\"type\":\"delta\",\"payload\":{\"state\":[]}}",
                "{\"type\":\"delta\",\"payload\":{\"state\":{\"a\":1,\"a\":2}}}",
                "{\"type\":\"delta\",\"payload\":{\"state\":{\"a\":NaN}}}",
                "{\"type\":\"get\",\"payload\":{}}",
                "{\"type\":\"get\",\"result\":\"zero\"}",
                "{\"type\":\"launch\"}"
            })
    void whatHasNotTheDocumentedFormIsMalformed(String json) {
        assertThatThrownBy(() -> decode(json)).isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "1.5", "1e3", "9223372036854775808", "true", "[]", "{}"})
    void versionTimestampAndResultAreWholeNumbers(String value) {
        assertMalformed("{\"type\":\"delta\",\"payload\":{\"state\":{},\"version\":" + value + "}}");
        assertMalformed("{\"type\":\"delta\",\"payload\":{\"state\":{},\"timestamp\":" + value + "}}");
        assertMalformed("{\"type\":\"get\",\"result\":0,\"timestamp\":" + value + "}");
        assertMalformed("{\"type\":\"get\",\"result\":" + value + "}");
    }

    @Test
    void versionAndTimestampAreNotNegative() {
        assertMalformed("{\"type\":\"delta\",\"payload\":{\"state\":{},\"version\":-1}}");
        assertMalformed("{\"type\":\"delta\",\"payload\":{\"state\":{},\"timestamp\":-1}}");
    }

    @Test
    void clientTokenIsTextOrAWholeNumber() {
        assertMalformed("{\"type\":\"get\",\"result\":0,\"clientToken\":{\"a\":1}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e915858438033", "0.1e-2147483647", "10e2147483647"})
    void numberThatFillsTheMemoryWhenWrittenOutIsRefused(String number) {
        assertRefused(("{\"a\":[" + number + "]}").getBytes(StandardCharsets.UTF_8), "more than 1000 digits");
    }

    @Test
    void numberMayBeAsLargeOrSmallAsADouble() {
        assertThat(object("{\"a\":" + Double.MAX_VALUE + ",\"b\":" + Double.MIN_VALUE + "}")
                        .path("b")
                        .asDouble())
                .isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void longNumbersAndNamesAreRefused() {
        assertRefused(("{\"a\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8), "Number value length");
        assertRefused(("{\"" + "a".repeat(2_000) + "\":1}").getBytes(StandardCharsets.UTF_8), "Name length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void textThatIsNotUtf8IsRefused(String charset) {
        byte[] delta = "{\"type\":\"delta\",\"payload\":{\"state\":{}}}".getBytes(Charset.forName(charset));
        assertMalformed(delta);
        assertRefused(delta, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080"})
    void bytesThatAreNotUtf8AreRefused(String bytes) {
        assertRefused(("{\"a\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1), "not UTF-8");
    }

    @Test
    void byteOrderMarkInFrontIsNoHarm() {
        assertThat(object("\uFEFF{\"a\":1}").path("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud800\"}", "{\"\\udc00\":1}", "{\"a\":[{\"b\":\"x\\ud800y\"}]}"})
    void halfASurrogatePairIsRefusedBecauseNobodyCanSendItOn(String json) {
        assertRefused(json.getBytes(StandardCharsets.UTF_8), "surrogate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"\\r\\n12:00:00 ERROR forged\"}",
                "{\"type\":\"\\u202e\"}",
                "{\"\\n12:00:00 ERROR forged\":1,\"\\n12:00:00 ERROR forged\":2}"
            })
    void malformedMessageCannotForgeALineOfTheLog(String json) {
        assertMalformed(json);
    }

    @Test
    void documentOfMoreThan256KibIsRefusedUnread() {
        assertRefused(("{\"a\":\"" + "x".repeat(256 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8), "bytes");
    }

    @Test
    void deepAndHugeDocumentsAreMalformedAndNotAnOverflow() {
        assertThatThrownBy(() -> decode("{\"a\":".repeat(100_000))).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> decode("{\"type\":\"" + "x".repeat(1_000_000) + "\"}"))
                .isInstanceOf(MalformedMessageException.class)
                .message()
                .hasSizeLessThan(500);
    }

    @Test
    void attributesMayBeNestedFiveLevelsAndNoMore() {
        codec.encodeUpdate(ShadowUpdate.report(object("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}")), "t");
        assertThatThrownBy(() -> codec.encodeUpdate(
                        ShadowUpdate.report(object("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":1}}}}}}")), "t"))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("5 levels");
    }

    @Test
    void nullInAnArrayIsRefused() {
        assertThatThrownBy(() -> codec.encodeUpdate(ShadowUpdate.report(object("{\"a\":[1,null]}")), "t"))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("null in an array");
    }

    @Test
    void attributesLargerThanAShadowMayBeAreRefusedAsSuch() {
        String frame = "{\"a\":\"\"}";
        String fits = "x".repeat(16 * 1024 - frame.length());
        codec.encodeUpdate(ShadowUpdate.report(object("{\"a\":\"" + fits + "\"}")), "t");
        assertThatThrownBy(() -> codec.encodeUpdate(ShadowUpdate.report(object("{\"a\":\"" + fits + "x\"}")), "t"))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("the shadow state has 16385 bytes, but the cloud keeps at most 16384 (16 KB) of a shadow:"
                        + " report less, or send it as an event");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "27", "\"text\"", "[1]", "{\"a\":1", "{\"a\":1} x"})
    void bodyThatIsNotOneJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> codec.readAttributes(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageStartingWith("the body");
    }

    @Test
    void mapsAreAcceptedAsAttributes() {
        assertThat(codec.attributesOf(Map.of("t", 25))).isEqualTo(object("{\"t\":25}"));
    }

    private void assertMalformed(String message) {
        assertMalformed(message.getBytes(StandardCharsets.UTF_8));
    }

    private void assertMalformed(byte[] message) {
        assertThatThrownBy(() -> codec.decode(message))
                .isInstanceOf(MalformedMessageException.class)
                .hasNoCause()
                .message()
                .hasSizeLessThan(400)
                .doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
    }

    private void assertRefused(byte[] body, String reason) {
        assertThatThrownBy(() -> codec.readAttributes(body))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining(reason);
    }

    private ShadowMessage decode(String json) {
        return codec.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode object(String json) {
        return codec.readAttributes(json.getBytes(StandardCharsets.UTF_8));
    }
}
