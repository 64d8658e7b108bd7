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
package io.github.cameliotcloud.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.signature.TestSigner;

class CloudApiBadInputIT {

    private static final long NOW = 1_700_000_000L;
    private static final String DESCRIBE = "{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\"}";
    private static final int MB = 1024 * 1024;
    private static final int PATIENCE_MS = 5_000;

    private static IotCloudSimulator open;
    private static IotCloudSimulator guarded;

    @BeforeAll
    static void start() {
        open = IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start();
        guarded = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .account("AKIDEXAMPLE", "SecretKeyExample")
                .clock(new ManualClock(Instant.ofEpochSecond(NOW)))
                .start();
    }

    @AfterAll
    static void stop() {
        open.close();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UpdateDeviceShadow",
                "DescribeDeviceShadow",
                "DeleteDeviceShadow",
                "PublishMessage",
                "PublishBroadcastMessage",
                "PublishRRPCMessage",
                "DescribeDevice",
                "DescribeDevices",
                "CreateDevice",
                "DeleteDevice"
            })
    void everyActionChecksItsParameters(String action) {
        assertThat(code(action, "{}")).isEqualTo("MissingParameter");
        assertThat(code(action, "{\"Foo\":1}")).isEqualTo("UnknownParameter");
        assertThat(code(action, "{\"ProductId\":null}")).isEqualTo("MissingParameter");
        assertThat(code(action, "{")).isEqualTo("InvalidParameter");
        assertThat(code(action, "[]")).isEqualTo("InvalidParameter");
        assertThat(code(action, "")).isEqualTo("InvalidParameter");
        assertThat(code(action, DESCRIBE + "{}")).isEqualTo("InvalidParameter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PublishMessage | {'ProductId':1,'DeviceName':'dev-01','Topic':'t','Payload':'x'} | InvalidParameter",
                "PublishMessage | {'ProductId':'ABC1234567','DeviceName':'dev-01','Topic':'t','Payload':{}} | InvalidParameter",
                "PublishMessage | {'ProductId':'ABC1234567','DeviceName':'dev-01','Topic':'t','Payload':'x','Qos':'0'}"
                        + " | InvalidParameter",
                "PublishMessage | {'ProductId':'ABC1234567','DeviceName':'dev-01','Topic':'t','Payload':'x','Qos':-1}"
                        + " | InvalidParameter",
                "PublishMessage | {'ProductId':'ABC1234567','DeviceName':'dev-01','Topic':'t','Payload':'x',"
                        + "'PayloadEncoding':'gzip'} | InvalidParameterValue",
                "PublishBroadcastMessage | {'ProductId':'ABC1234567','Payload':'x','Qos':2} | InvalidParameterValue",
                "PublishRRPCMessage | {'ProductId':'ABC1234567','DeviceName':'dev-01','Payload':''}"
                        + " | FailedOperation.InvalidMsgLen",
                "DescribeDevices | {'ProductId':'ABC1234567','Offset':-1,'Limit':10} | InvalidParameter",
                "DescribeDevices | {'ProductId':'ABC1234567','Offset':0} | MissingParameter",
                "DescribeDevices | {'ProductId':'ABC1234567','Offset':0,'Limit':10,'EnableState':2} | InvalidParameterValue",
                "DescribeDevices | {'ProductId':'NONE123456','Offset':0,'Limit':10} | ResourceNotFound.ProductNotExist",
                "DescribeDevice | {'ProductId':'NONE123456','DeviceName':'x'} | ResourceNotFound.ProductNotExist",
                "CreateDevice | {'ProductId':'ABC1234567','DeviceName':''} | InvalidParameterValue",
                "CreateDevice | {'ProductId':'ABC1234567','DeviceName':['x']} | InvalidParameter",
                "CreateDevice | {'ProductId':'ABC1234567','DeviceName':'x','DefinedPsk':5} | InvalidParameter",
                "CreateDevice | {'ProductId':'ABC1234567','DeviceName':'x','TlsCrt':'x'} | UnsupportedOperation",
                "DeleteDevice | {'ProductId':'ABC1234567','DeviceName':'x'} | ResourceNotFound.DeviceNotExist"
            })
    void wrongValuesHaveTheirCodes(String action, String body, String code) {
        assertThat(code(action, body.replace('\'', '"'))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "X-TC-Version,2018-06-14,NoSuchVersion",
        "X-TC-Version,2021-04-08,''",
        "X-TC-Region,nowhere,UnsupportedRegion",
        "X-TC-Region,ap-guangzhou,''"
    })
    void versionAndRegionAreCheckedWhenTheyAreThere(String header, String value, String code) {
        assertThat(ApiCalls.codeOf(calls(open).post(DESCRIBE, Map.of("X-TC-Action", "DescribeDevice", header, value))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void signedRequestIsLetInOverEachVersionOfHttp(HttpClient.Version version) {
        ApiCalls calls = new ApiCalls(guarded, version);

        // the second one is the first that is HTTP/2 from its beginning
        for (int i = 0; i < 2; i++) {
            assertThat(calls.post(DESCRIBE, signedHeaders()).at("/DeviceName").textValue())
                    .isEqualTo(DEVICE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,MissingParameter",
        "X-TC-Timestamp,MissingParameter",
        "X-TC-Action,MissingParameter",
        "X-TC-Version,MissingParameter",
        "X-TC-Region,MissingParameter"
    })
    void headersAreRequiredWithAnAccount(String header, String code) {
        Map<String, String> headers = signedHeaders();
        headers.remove(header);

        assertThat(ApiCalls.codeOf(calls(guarded).post(DESCRIBE, headers))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,Basic YTpi,AuthFailure.InvalidAuthorization",
        "X-TC-Timestamp,now,InvalidParameter",
        "X-TC-Timestamp,1700000301,AuthFailure.SignatureExpire",
        "X-TC-Timestamp,1700000001,AuthFailure.SignatureFailure",
        "Content-Type,text/plain,AuthFailure.SignatureFailure",
        "X-TC-Token,abc,AuthFailure.TokenFailure",
        "X-TC-Version,2018-06-14,NoSuchVersion",
        "X-TC-Region,nowhere,UnsupportedRegion",
        "X-TC-Action,Nothing,InvalidAction"
    })
    void badHeadersAreRefusedWithAnAccount(String header, String value, String code) {
        Map<String, String> headers = signedHeaders();
        headers.put(header, value);

        assertThat(ApiCalls.codeOf(calls(guarded).post(DESCRIBE, headers))).isEqualTo(code);
    }

    @Test
    void changedBodyIsRefused() {
        assertThat(ApiCalls.codeOf(calls(guarded).post(DESCRIBE.replace("01", "02"), signedHeaders())))
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    // what curl -d sends
    @Test
    void bodyThatIsCalledAFormIsReadAsItIs() {
        String payload = "100% & more = ".repeat(1000);
        JsonNode response = calls(open)
                .post(
                        "{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\","
                                + "\"Topic\":\"ABC1234567/dev-01/control\",\"Payload\":\"" + payload + "\"}",
                        Map.of(
                                "X-TC-Action", "PublishMessage",
                                "Content-Type", "application/x-www-form-urlencoded"));

        assertThat(ApiCalls.codeOf(response)).isEqualTo("FailedOperation.DeviceOffline");
    }

    @Test
    void longBodyOfUnknownLengthIsRefused() {
        byte[] body = "x".repeat(2 * MB).getBytes(UTF_8);

        assertThat(ApiCalls.codeOf(calls(open)
                        .post(
                                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                                Map.of("X-TC-Action", "DescribeDevice"))))
                .isEqualTo("RequestSizeLimitExceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOO\r\n\r\n",
                "POST / HTTP/9.9\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST %zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /other HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nX-TC-Action: a\r\nConnection: close\r\n\r\n"
            })
    void rubbishIsAnsweredByAnEnvelopeOrAClosedConnection(String bytes) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", open.httpPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(bytes.getBytes(UTF_8));
            socket.shutdownOutput();

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .matches(text -> text.isEmpty()
                            || text.contains("{\"Response\":{\"Error\":{\"Code\":")
                            || text.contains(" 501 "));
        }
        assertThat(code("DescribeDevice", DESCRIBE)).isEmpty();
    }

    private static Map<String, String> signedHeaders() {
        String host = "127.0.0.1:" + guarded.httpPort();
        return new HashMap<>(Map.of(
                "Content-Type", "application/json",
                "X-TC-Action", "DescribeDevice",
                "X-TC-Version", "2021-04-08",
                "X-TC-Region", "ap-guangzhou",
                "X-TC-Timestamp", Long.toString(NOW),
                "Authorization", new TestSigner("AKIDEXAMPLE", "SecretKeyExample").authorization(host, NOW, DESCRIBE)));
    }

    private static String code(String action, String body) {
        return ApiCalls.codeOf(calls(open).post(body, Map.of("X-TC-Action", action)));
    }

    private static ApiCalls calls(IotCloudSimulator simulator) {
        return new ApiCalls(simulator, HttpClient.Version.HTTP_1_1);
    }
}
