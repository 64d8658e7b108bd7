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

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.ShadowRequestRejectedException;
import io.github.cameliotcloud.error.ShadowVersionConflictException;

/** From the cloud's result codes to exceptions (protocol.md section 5.6). */
final class ShadowResults {

    private ShadowResults() {}

    /** @return the exception for a reply whose result is not 0 */
    static ShadowRequestRejectedException failure(DeviceIdentity identity, ShadowReply reply) {
        String rejected = "Device " + identity + ": shadow " + reply.type() + " was rejected with result "
                + reply.result() + " (" + meaning(reply.result()) + ")";
        return reply.result() == ShadowVersionConflictException.RESULT_CODE
                ? new ShadowVersionConflictException(
                        rejected + ", current version is " + reply.version(), reply.state(), reply.version())
                : new ShadowRequestRejectedException(rejected, reply.result());
    }

    private static String meaning(int code) {
        return switch (code) {
            case 5000 -> "a required key is missing";
            case 5001 -> "the device or its shadow does not exist";
            case 5002 -> "the state is nested too deep";
            case 5003 -> "the state has a node that is not allowed there";
            case 5004 -> "not valid JSON";
            case 5005 -> "the version is not the current one";
            case 5006 -> "the document is too large";
            case 5100, 6 -> "internal error of the cloud";
            case 5101 -> "bad parameter";
            case 5102 -> "the account has no such product or device";
            default -> "unknown code";
        };
    }
}
