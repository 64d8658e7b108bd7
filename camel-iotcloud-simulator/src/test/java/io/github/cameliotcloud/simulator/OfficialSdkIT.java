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

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.iotcloud.v20210408.IotcloudClient;
import com.tencentcloudapi.iotcloud.v20210408.models.CreateDeviceRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.CreateDeviceResponse;
import com.tencentcloudapi.iotcloud.v20210408.models.DeleteDeviceRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.DeleteDeviceShadowRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.DescribeDeviceRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.DescribeDeviceResponse;
import com.tencentcloudapi.iotcloud.v20210408.models.DescribeDeviceShadowRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.DescribeDevicesRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.DescribeDevicesResponse;
import com.tencentcloudapi.iotcloud.v20210408.models.DeviceInfo;
import com.tencentcloudapi.iotcloud.v20210408.models.PublishBroadcastMessageRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.PublishMessageRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.PublishRRPCMessageRequest;
import com.tencentcloudapi.iotcloud.v20210408.models.PublishRRPCMessageResponse;
import com.tencentcloudapi.iotcloud.v20210408.models.UpdateDeviceShadowRequest;

import static io.github.cameliotcloud.simulator.TestDevice.DEVICE;
import static io.github.cameliotcloud.simulator.TestDevice.PRODUCT;
import static io.github.cameliotcloud.simulator.TestDevice.SECRET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.simulator.application.ApplicationSettings;

/** The cloud's own API client drives the simulator; only its endpoint is another one. */
class OfficialSdkIT {

    private static final String SECRET_ID = "AKIDEXAMPLE";
    private static final String SECRET_KEY = "SecretKeyExample";
    private static final String CERTIFIED_PRODUCT = "CERT123456";
    private static final String CONTROL = PRODUCT + "/" + DEVICE + "/control";
    private static final String RRPC = "$rrpc/rxd/ABC1234567/dev-01/";
    private static final String BROADCAST = "$broadcast/rxd/ABC1234567/dev-01";

    private static IotCloudSimulator simulator;
    private static IotcloudClient client;
    private TestDevice device;

    @BeforeAll
    static void start() {
        simulator = builder()
                .applications(ApplicationSettings.DEFAULTS
                        .withRrpcWindow(Duration.ofMillis(300))
                        .withBroadcastTime(Duration.ofMinutes(5)))
                .start();
        client = OfficialSdkClient.of(simulator, SECRET_ID, SECRET_KEY);
    }

    private static IotCloudSimulatorBuilder builder() {
        return IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .certificateDevice(CERTIFIED_PRODUCT, "first")
                .product("EMPTY12345")
                .account("AKIDOTHER", "another")
                .account(SECRET_ID, SECRET_KEY);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void prepareDevice() {
        device = TestDevice.of(simulator);
    }

    @AfterEach
    void forgetDevice() {
        disconnect();
        simulator.faults().forgetSessions();
        simulator.deleteShadow(PRODUCT, DEVICE);
    }

    @Test
    void shadowIsWrittenReadAndDeleted() throws Exception {
        assertThat(client.UpdateDeviceShadow(shadowUpdate("{\"desired\":{\"t\":25}}", 0))
                        .getData())
                .contains("\"desired\":{\"t\":25}", "\"result\":0", "\"type\":\"update\"");
        assertThat(describeShadow()).contains("\"delta\":{\"t\":25}", "\"type\":\"get\"");

        DeleteDeviceShadowRequest delete = new DeleteDeviceShadowRequest();
        delete.setProductId(PRODUCT);
        delete.setDeviceName(DEVICE);

        assertThat(client.DeleteDeviceShadow(delete).getRequestId()).isNotBlank();
        assertThat(describeShadow()).contains("\"version\":0").doesNotContain("desired");
    }

    @Test
    void shadowErrorsHaveTheirCodes() throws Exception {
        client.UpdateDeviceShadow(shadowUpdate("{\"desired\":{\"t\":25}}", 0));

        assertError(
                "FailedOperation.UpdateVersionNotMatch",
                () -> client.UpdateDeviceShadow(shadowUpdate("{\"desired\":{\"t\":26}}", 7)));
        assertError("InvalidParameterValue.InvalidJSON", () -> client.UpdateDeviceShadow(shadowUpdate("x", 0)));
        DescribeDeviceShadowRequest unknown = new DescribeDeviceShadowRequest();
        unknown.setProductId(PRODUCT);
        unknown.setDeviceName("unknown");
        assertError("ResourceNotFound.ProductOrDeviceNotExist", () -> client.DescribeDeviceShadow(unknown));
        DeleteDeviceShadowRequest nothing = new DeleteDeviceShadowRequest();
        nothing.setProductId(PRODUCT);
        nothing.setDeviceName("unknown");
        assertError("ResourceNotFound.DeviceShadowNotExist", () -> client.DeleteDeviceShadow(nothing));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,0,0", "0,1,0", "1,1,1"})
    void messageArrivesAtTheLowerQos(int published, int granted, int delivered) throws Exception {
        device.connect(true);
        device.subscribe(CONTROL, granted);

        client.PublishMessage(message(CONTROL, "{\"on\":true}", published));

        Mqtt3Publish arrived = next();
        assertThat(arrived.getTopic()).hasToString(CONTROL);
        assertThat(arrived.getQos()).isEqualTo(MqttQos.fromCode(delivered));
        assertThat(new String(arrived.getPayloadAsBytes(), UTF_8)).isEqualTo("{\"on\":true}");
    }

    @Test
    void base64IsForBytes() throws Exception {
        byte[] bytes = {0, (byte) 0xff, '%', '&', '\n'};
        device.connect(true);
        device.subscribe(CONTROL, 1);
        PublishMessageRequest request = message(CONTROL, Base64.getEncoder().encodeToString(bytes), 1);
        request.setPayloadEncoding("base64");

        client.PublishMessage(request);

        assertThat(next().getPayloadAsBytes()).isEqualTo(bytes);
    }

    @Test
    void messageToAnOfflineDeviceIsSavedWhichIsAnErrorCode() {
        device.connect(false);
        device.subscribe(CONTROL, 1);
        disconnect();

        assertError("LimitExceeded.MessageSaved", () -> client.PublishMessage(message(CONTROL, "later", 1)));
        assertError("FailedOperation.DeviceOffline", () -> client.PublishMessage(message(CONTROL, "never", 0)));

        device.connect(false);
        assertThat(new String(next().getPayloadAsBytes(), UTF_8)).isEqualTo("later");
    }

    @Test
    void moreThan150SavedMessagesExceedTheLimit() {
        device.connect(false);
        device.subscribe(CONTROL, 1);
        disconnect();
        for (int i = 0; i < 150; i++) {
            simulator.publishControl(PRODUCT, DEVICE, "message " + i);
        }

        assertError(
                "LimitExceeded.OfflineMessageExceedLimit", () -> client.PublishMessage(message(CONTROL, "more", 1)));
    }

    @Test
    void deviceThatCannotGetTheMessageIsAnError() {
        assertError("FailedOperation.DeviceOffline", () -> client.PublishMessage(message(CONTROL, "x", 1)));
        device.connect(true);
        assertError("FailedOperation.DeviceNoSubscription", () -> client.PublishMessage(message(CONTROL, "x", 1)));
        simulator.enableDevice(PRODUCT, DEVICE, false);
        try {
            assertError("FailedOperation.DeviceAlreadyDisabled", () -> client.PublishMessage(message(CONTROL, "x", 1)));
        } finally {
            simulator.enableDevice(PRODUCT, DEVICE, true);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ABC1234567/dev-01/event",
        "ABC1234567/dev-01/nothing",
        "ABC1234567/dev-01/+",
        "ABC1234567/dev-02/control",
        "$shadow/operation/result/ABC1234567/dev-01",
        "$broadcast/rxd/ABC1234567/dev-01"
    })
    void topicIsOneToWhichTheDeviceMaySubscribe(String topic) {
        assertError("FailedOperation.InvalidTopicName", () -> client.PublishMessage(message(topic, "x", 1)));
    }

    @Test
    void messageHasLimits() {
        assertError(
                "InvalidParameterValue.PayloadOverLimit",
                () -> client.PublishMessage(message(CONTROL, "x".repeat(16 * 1024 + 1), 1)));
        assertError("FailedOperation.InvalidMsgLen", () -> client.PublishMessage(message(CONTROL, "", 1)));
        assertError("InvalidParameterValue", () -> client.PublishMessage(message(CONTROL, "x", 2)));
        PublishMessageRequest noBase64 = message(CONTROL, "%", 1);
        noBase64.setPayloadEncoding("base64");
        assertError("InvalidParameterValue", () -> client.PublishMessage(noBase64));
        PublishMessageRequest noDevice = message(CONTROL, "x", 1);
        noDevice.setDeviceName("unknown");
        assertError("ResourceNotFound.ProductOrDeviceNotExist", () -> client.PublishMessage(noDevice));
    }

    @Test
    void deviceAnswersACall() throws Exception {
        device.connect(true);
        device.subscribe(RRPC + "+", 0);
        device.client()
                .toAsync()
                .publishes(
                        MqttGlobalPublishFilter.SUBSCRIBED,
                        call -> device.client()
                                .toAsync()
                                .publishWith()
                                .topic(call.getTopic().toString().replace("rxd", "txd"))
                                .payload(("echo " + new String(call.getPayloadAsBytes(), UTF_8)).getBytes(UTF_8))
                                .send());

        PublishRRPCMessageResponse response = client.PublishRRPCMessage(call(DEVICE, "你好"));

        String processId = next().getTopic().toString().substring(RRPC.length());
        assertThat(response.getMessageId()).isEqualTo(Long.parseLong(processId));
        assertThat(new String(Base64.getDecoder().decode(response.getPayloadBase64()), UTF_8))
                .isEqualTo("echo 你好");
    }

    @Test
    void callWithoutAnAnswerFails() {
        assertError("ResourceNotFound.DeviceNotExist", () -> client.PublishRRPCMessage(call("unknown", "x")));
        assertError("FailedOperation.DeviceOffline", () -> client.PublishRRPCMessage(call(DEVICE, "x")));
        device.connect(true);
        assertError("FailedOperation.DeviceNoSubscription", () -> client.PublishRRPCMessage(call(DEVICE, "x")));
        device.subscribe(RRPC + "+", 0);
        assertError("FailedOperation.RRPCTimeout", () -> client.PublishRRPCMessage(call(DEVICE, "x")));
        assertThat(device.inbox()).hasSize(1);
    }

    @Test
    void broadcastReachesSubscribersAndBlocksTheNextOne() throws Exception {
        device.connect(true);
        device.subscribe(BROADCAST, 1);

        assertError(
                "InvalidParameterValue.PayloadOverLimit",
                () -> client.PublishBroadcastMessage(broadcast(PRODUCT, "x".repeat(6145))));
        assertThat(client.PublishBroadcastMessage(broadcast(PRODUCT, "x".repeat(6144)))
                        .getTaskId())
                .isPositive();
        assertThat(next().getPayloadAsBytes()).hasSize(6144);
        assertError(
                "FailedOperation.BroadcastTaskIsRunning",
                () -> client.PublishBroadcastMessage(broadcast(PRODUCT, "again")));
        assertError(
                "ResourceNotFound.ProductNotExist", () -> client.PublishBroadcastMessage(broadcast("NONE123456", "x")));
    }

    @Test
    void createdDeviceConnectsAndDeletedOneIsGone() throws Exception {
        device.connect(false);
        device.subscribe(CONTROL, 1);
        client.UpdateDeviceShadow(shadowUpdate("{\"desired\":{\"t\":25}}", 0));

        client.DeleteDevice(deletion(DEVICE));

        await().until(() -> !device.client().getState().isConnected());
        assertError("ResourceNotFound.DeviceNotExist", () -> client.DeleteDevice(deletion(DEVICE)));
        assertError("ResourceNotFound.DeviceNotExist", () -> describe(DEVICE));

        CreateDeviceRequest creation = creation(PRODUCT, DEVICE);
        creation.setDefinedPsk(SECRET);
        assertThat(client.CreateDevice(creation).getDevicePsk()).isEqualTo(SECRET);
        assertError("InvalidParameterValue.DeviceAlreadyExist", () -> client.CreateDevice(creation));
        assertThat(device.connect(false).isSessionPresent()).isFalse();
        assertThat(describeShadow()).contains("\"version\":0");
    }

    @Test
    void secretIsRandomWithoutADefinedOne() throws Exception {
        CreateDeviceResponse created = client.CreateDevice(creation("EMPTY12345", "new"));

        assertThat(created.getDeviceName()).isEqualTo("new");
        assertThat(created.getDevicePsk()).isEqualTo(simulator.secrets().of("EMPTY12345", "new"));
        simulator.devices().delete("EMPTY12345", "new");
    }

    @Test
    void productWithCertificatesIssuesOne() throws Exception {
        CreateDeviceResponse created = client.CreateDevice(creation(CERTIFIED_PRODUCT, "second"));

        assertThat(created.getDeviceCert()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(created.getDevicePrivateKey()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(created.getDevicePsk()).isNull();
        CreateDeviceRequest withSecret = creation(CERTIFIED_PRODUCT, "third");
        withSecret.setDefinedPsk(SECRET);
        assertError("UnauthorizedOperation.ProductNotSupportPSK", () -> client.CreateDevice(withSecret));
    }

    @Test
    void badCreationsAreRefused() {
        assertError("ResourceNotFound.ProductNotExist", () -> client.CreateDevice(creation("NONE123456", "x")));
        assertError("InvalidParameterValue", () -> client.CreateDevice(creation(PRODUCT, "no space")));
        CreateDeviceRequest noBase64 = creation(PRODUCT, "x");
        noBase64.setDefinedPsk("%");
        assertError("InvalidParameterValue.DefinedPskNotBase64", () -> client.CreateDevice(noBase64));
        CreateDeviceRequest lora = creation(PRODUCT, "x");
        lora.setLoraDevEui("1");
        assertError("UnsupportedOperation", () -> client.CreateDevice(lora));
    }

    @Test
    void deviceIsDescribed() throws Exception {
        DescribeDeviceResponse before = describe(DEVICE);
        assertThat(before.getOnline()).isZero();
        assertThat(before.getDevicePsk()).isEqualTo(SECRET);
        assertThat(before.getEnableState()).isEqualTo(1);
        assertThat(before.getCreateTime()).isPositive();

        device.connect(true);

        DescribeDeviceResponse after = describe(DEVICE);
        assertThat(after.getOnline()).isEqualTo(1);
        assertThat(after.getLoginTime()).isBetween(before.getCreateTime(), after.getCreateTime() + 60);
        assertThat(after.getTags()).isEmpty();
    }

    @Test
    void devicesAreListedInPages() throws Exception {
        for (int i = 0; i < 12; i++) {
            simulator.devices().create("EMPTY12345", "list-" + i);
        }

        assertThat(names(list(0, 10, null))).hasSize(10).startsWith("list-0", "list-1");
        assertThat(names(list(10, 10, null))).containsExactly("list-10", "list-11");
        assertThat(list(20, 10, null).getTotalCount()).isEqualTo(12);
        assertThat(names(list(0, 250, "list-1"))).containsExactly("list-1", "list-10", "list-11");
        assertError("InvalidParameterValue", () -> list(0, 9, null));
        assertError("InvalidParameterValue", () -> list(0, 251, null));
        for (int i = 0; i < 12; i++) {
            simulator.devices().delete("EMPTY12345", "list-" + i);
        }
    }

    @Test
    void bodyMayBeUnsigned() throws Exception {
        IotcloudClient unsigned = OfficialSdkClient.of(simulator, SECRET_ID, SECRET_KEY);
        unsigned.getClientProfile().setUnsignedPayload(true);

        assertThat(unsigned.DescribeDevice(description(DEVICE)).getDeviceName()).isEqualTo(DEVICE);
    }

    @Test
    void wrongSignaturesAreRefused() {
        IotcloudClient wrongKey = OfficialSdkClient.of(simulator, SECRET_ID, "wrong");
        IotcloudClient unknownId = OfficialSdkClient.of(simulator, "AKIDUNKNOWN", SECRET_KEY);
        IotcloudClient withToken = OfficialSdkClient.of(simulator, SECRET_ID, SECRET_KEY);
        withToken.setCredential(new Credential(SECRET_ID, SECRET_KEY, "token"));

        assertError("AuthFailure.SignatureFailure", () -> wrongKey.DescribeDevice(description(DEVICE)));
        assertError("AuthFailure.SecretIdNotFound", () -> unknownId.DescribeDevice(description(DEVICE)));
        assertError("AuthFailure.TokenFailure", () -> withToken.DescribeDevice(description(DEVICE)));
    }

    @Test
    void oldSignatureIsRefused() {
        try (IotCloudSimulator later = builder()
                .clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6)))
                .start()) {
            assertError(
                    "AuthFailure.SignatureExpire",
                    () -> OfficialSdkClient.of(later, SECRET_ID, SECRET_KEY).DescribeDevice(description(DEVICE)));
        }
    }

    @Test
    void withoutAnAccountNobodyLooksAtSignatures() throws Exception {
        try (IotCloudSimulator open =
                IotCloudSimulator.builder().device(PRODUCT, DEVICE, SECRET).start()) {
            assertThat(OfficialSdkClient.of(open, "any", "any")
                            .DescribeDevice(description(DEVICE))
                            .getDeviceName())
                    .isEqualTo(DEVICE);
        }
    }

    private void disconnect() {
        device.close();
        await().until(() -> simulator.connections(PRODUCT, DEVICE) == 0);
    }

    private Mqtt3Publish next() {
        await().until(() -> !device.inbox().isEmpty());
        return device.inbox().remove();
    }

    private static void assertError(String code, ThrowingCallable call) {
        assertThatExceptionOfType(TencentCloudSDKException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code))
                .satisfies(e -> assertThat(e.getRequestId()).isNotBlank());
    }

    private static UpdateDeviceShadowRequest shadowUpdate(String state, long version) {
        UpdateDeviceShadowRequest request = new UpdateDeviceShadowRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(DEVICE);
        request.setState(state);
        request.setShadowVersion(version);
        return request;
    }

    private static String describeShadow() throws TencentCloudSDKException {
        DescribeDeviceShadowRequest request = new DescribeDeviceShadowRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(DEVICE);
        return client.DescribeDeviceShadow(request).getData();
    }

    private static PublishMessageRequest message(String topic, String payload, long qos) {
        PublishMessageRequest request = new PublishMessageRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(DEVICE);
        request.setTopic(topic);
        request.setPayload(payload);
        request.setQos(qos);
        return request;
    }

    private static PublishRRPCMessageRequest call(String name, String payload) {
        PublishRRPCMessageRequest request = new PublishRRPCMessageRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(name);
        request.setPayload(payload);
        return request;
    }

    private static PublishBroadcastMessageRequest broadcast(String product, String payload) {
        PublishBroadcastMessageRequest request = new PublishBroadcastMessageRequest();
        request.setProductId(product);
        request.setPayload(payload);
        request.setQos(1L);
        return request;
    }

    private static CreateDeviceRequest creation(String product, String name) {
        CreateDeviceRequest request = new CreateDeviceRequest();
        request.setProductId(product);
        request.setDeviceName(name);
        return request;
    }

    private static DeleteDeviceRequest deletion(String name) {
        DeleteDeviceRequest request = new DeleteDeviceRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(name);
        return request;
    }

    private static DescribeDeviceRequest description(String name) {
        DescribeDeviceRequest request = new DescribeDeviceRequest();
        request.setProductId(PRODUCT);
        request.setDeviceName(name);
        return request;
    }

    private static DescribeDeviceResponse describe(String name) throws TencentCloudSDKException {
        return client.DescribeDevice(description(name));
    }

    private static DescribeDevicesResponse list(long offset, long limit, String name) throws TencentCloudSDKException {
        DescribeDevicesRequest request = new DescribeDevicesRequest();
        request.setProductId("EMPTY12345");
        request.setOffset(offset);
        request.setLimit(limit);
        request.setDeviceName(name);
        return client.DescribeDevices(request);
    }

    private static List<String> names(DescribeDevicesResponse page) {
        return Arrays.stream(page.getDevices()).map(DeviceInfo::getDeviceName).toList();
    }
}
