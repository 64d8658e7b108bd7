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
package io.github.cameliotcloud.transport.paho;

import java.util.concurrent.TimeoutException;

import org.eclipse.paho.client.mqttv3.MqttException;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.IotCloudException;
import io.github.cameliotcloud.session.ConnectRequest;

/** Reads the library's reason codes. */
final class Failures {

    private static final int FIRST_REFUSAL = 1;
    private static final int LAST_REFUSAL = 5;

    private Failures() {}

    static Throwable ofConnect(Throwable failure, ConnectRequest request) {
        if (failure instanceof MqttException e
                && e.getReasonCode() >= FIRST_REFUSAL
                && e.getReasonCode() <= LAST_REFUSAL) {
            return new ConnectRefusedException(e.getReasonCode(), failure);
        }
        if (failure instanceof TimeoutException) {
            return new TimeoutException("no CONNACK from " + request.broker() + " within "
                    + request.connectTimeout().toMillis() + " ms");
        }
        return failure;
    }

    static Throwable ofRequest(Throwable failure) {
        boolean tooMany = failure instanceof MqttException e
                && (e.getReasonCode() == MqttException.REASON_CODE_MAX_INFLIGHT
                        || e.getReasonCode() == MqttException.REASON_CODE_NO_MESSAGE_IDS_AVAILABLE);
        return tooMany
                ? new IotCloudException(
                        "too many messages are on their way without PUBACK; publish more slowly, or raise maxInflight of"
                                + " the PahoConfiguration given as transportConfiguration",
                        failure)
                : failure;
    }
}
