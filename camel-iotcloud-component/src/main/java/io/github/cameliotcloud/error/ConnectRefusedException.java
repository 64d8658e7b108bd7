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
package io.github.cameliotcloud.error;

/**
 * The cloud answered CONNECT with a refusal. Codes are those of MQTT 3.1.1; what the cloud means by them is in
 * protocol.md section 2.5.
 */
public class ConnectRefusedException extends IotCloudException {

    private final int returnCode;

    /**
     * @param returnCode the CONNACK return code, 1 to 5
     * @param cause      what the MQTT library reported, may be null
     */
    public ConnectRefusedException(int returnCode, Throwable cause) {
        this(
                "the cloud refused CONNECT with return code " + returnCode + " (" + meaning(returnCode) + ")",
                returnCode,
                cause);
    }

    private ConnectRefusedException(String message, int returnCode, Throwable cause) {
        super(message, cause);
        this.returnCode = returnCode;
    }

    /**
     * @param message a sentence that names the device and the remedy
     * @return the same refusal, told with that sentence
     */
    public ConnectRefusedException explained(String message) {
        return new ConnectRefusedException(message, returnCode, this);
    }

    /** @return the CONNACK return code, 1 to 5 */
    public int returnCode() {
        return returnCode;
    }

    /** @return true when the same credentials will be refused again, false when a later try may succeed */
    public boolean isCredentialRefused() {
        return returnCode != 3;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 1 -> "protocol version not accepted";
            case 2 -> "client identifier not accepted: does the device exist?";
            case 3 -> "server unavailable, or too many CONNECTs";
            case 4 -> "bad user name or password: wrong secret, expired signature or wrong clock";
            case 5 -> "not authorized: device disabled or wrong credential";
            default -> "unknown";
        };
    }
}
