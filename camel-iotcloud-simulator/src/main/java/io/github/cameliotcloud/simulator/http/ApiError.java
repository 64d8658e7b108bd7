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

/** Error codes of the cloud API (protocol.md 7.1 to 7.3). */
enum ApiError {
    INTERNAL_ERROR("InternalError"),
    INVALID_ACTION("InvalidAction"),
    INVALID_PARAMETER("InvalidParameter"),
    INVALID_PARAMETER_VALUE("InvalidParameterValue"),
    INVALID_JSON("InvalidParameterValue.InvalidJSON"),
    JSON_HAS_INVALID_NODE("InvalidParameterValue.JSONHasInvalidNode"),
    JSON_SIZE_EXCEED_LIMIT("InvalidParameterValue.JSONSizeExceedLimit"),
    MISSING_PARAMETER("MissingParameter"),
    PRODUCT_OR_DEVICE_NOT_EXIST("ResourceNotFound.ProductOrDeviceNotExist"),
    REQUEST_SIZE_LIMIT_EXCEEDED("RequestSizeLimitExceeded"),
    UNKNOWN_PARAMETER("UnknownParameter"),
    UPDATE_VERSION_NOT_MATCH("FailedOperation.UpdateVersionNotMatch");

    private final String code;

    ApiError(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
