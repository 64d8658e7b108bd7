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
package io.github.cameliotcloud.simulator.http;

/** The error codes of the cloud API that the simulator uses (protocol.md 7.1 to 7.5). */
enum ApiError {
    BROADCAST_TASK_IS_RUNNING("FailedOperation.BroadcastTaskIsRunning"),
    DEFINED_PSK_NOT_BASE64("InvalidParameterValue.DefinedPskNotBase64"),
    DEVICE_ALREADY_DISABLED("FailedOperation.DeviceAlreadyDisabled"),
    DEVICE_ALREADY_EXIST("InvalidParameterValue.DeviceAlreadyExist"),
    DEVICE_NO_SUBSCRIPTION("FailedOperation.DeviceNoSubscription"),
    DEVICE_NOT_EXIST("ResourceNotFound.DeviceNotExist"),
    DEVICE_OFFLINE("FailedOperation.DeviceOffline"),
    DEVICE_SHADOW_NOT_EXIST("ResourceNotFound.DeviceShadowNotExist"),
    INTERNAL_ERROR("InternalError"),
    INVALID_ACTION("InvalidAction"),
    INVALID_AUTHORIZATION("AuthFailure.InvalidAuthorization"),
    INVALID_JSON("InvalidParameterValue.InvalidJSON"),
    INVALID_MSG_LEN("FailedOperation.InvalidMsgLen"),
    INVALID_PARAMETER("InvalidParameter"),
    INVALID_PARAMETER_VALUE("InvalidParameterValue"),
    INVALID_REQUEST("InvalidRequest"),
    INVALID_TOPIC_NAME("FailedOperation.InvalidTopicName"),
    JSON_HAS_INVALID_NODE("InvalidParameterValue.JSONHasInvalidNode"),
    JSON_SIZE_EXCEED_LIMIT("InvalidParameterValue.JSONSizeExceedLimit"),
    MESSAGE_SAVED("LimitExceeded.MessageSaved"),
    MISSING_PARAMETER("MissingParameter"),
    NO_SUCH_VERSION("NoSuchVersion"),
    OFFLINE_MESSAGE_EXCEED_LIMIT("LimitExceeded.OfflineMessageExceedLimit"),
    PAYLOAD_OVER_LIMIT("InvalidParameterValue.PayloadOverLimit"),
    PRODUCT_NOT_EXIST("ResourceNotFound.ProductNotExist"),
    PRODUCT_NOT_SUPPORT_PSK("UnauthorizedOperation.ProductNotSupportPSK"),
    PRODUCT_OR_DEVICE_NOT_EXIST("ResourceNotFound.ProductOrDeviceNotExist"),
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded"),
    REQUEST_SIZE_LIMIT_EXCEEDED("RequestSizeLimitExceeded"),
    RRPC_TIMEOUT("FailedOperation.RRPCTimeout"),
    SECRET_ID_NOT_FOUND("AuthFailure.SecretIdNotFound"),
    SIGNATURE_EXPIRE("AuthFailure.SignatureExpire"),
    SIGNATURE_FAILURE("AuthFailure.SignatureFailure"),
    TOKEN_FAILURE("AuthFailure.TokenFailure"),
    UNKNOWN_PARAMETER("UnknownParameter"),
    UNSUPPORTED_OPERATION("UnsupportedOperation"),
    UNSUPPORTED_REGION("UnsupportedRegion"),
    UPDATE_VERSION_NOT_MATCH("FailedOperation.UpdateVersionNotMatch");

    private final String code;

    ApiError(String code) {
        this.code = code;
    }

    /** The code as it appears in answers. */
    String code() {
        return code;
    }
}
