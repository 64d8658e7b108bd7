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
package io.github.cameliotcloud.simulator.limits;

/**
 * Why a CONNECT is refused, and the CONNACK return code that says so unless chosen otherwise: the codes of the cloud are
 * mostly unknown (protocol.md 2.5).
 */
public enum ConnectRefusal {
    UNSUPPORTED_PROTOCOL(1),
    UNKNOWN_CLIENT_ID(2),
    KEEP_ALIVE_OUT_OF_RANGE(2),
    WILL(2),
    TOO_FREQUENT(3),
    MALFORMED_USER_NAME(4),
    MALFORMED_PASSWORD(4),
    WRONG_SIGNATURE(4),
    EXPIRED_SIGNATURE(4),
    CERTIFICATE_MISSING(3),
    CERTIFICATE_OF_ANOTHER(5),
    DEVICE_DISABLED(5);

    private final int usualCode;

    ConnectRefusal(int usualCode) {
        this.usualCode = usualCode;
    }

    /** The MQTT 3.1.1 return code of every profile, 1 to 5. */
    public int usualCode() {
        return usualCode;
    }
}
