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
package io.github.cameliotcloud.transport.hivemq;

import java.util.concurrent.TimeoutException;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;

import io.github.cameliotcloud.error.ConnectRefusedException;
import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.session.ConnectRequest;

/** Reads the library's exceptions. */
final class Failures {

    private Failures() {}

    static Throwable ofConnect(Throwable failure, ConnectRequest request) {
        if (failure instanceof Mqtt3ConnAckException refusal) {
            int code = refusal.getMqttMessage().getReturnCode().getCode();
            return new ConnectRefusedException(code, refusal);
        }
        if (failure instanceof TimeoutException) {
            return new TimeoutException("no CONNACK from " + request.broker() + " within "
                    + request.connectTimeout().toMillis() + " ms");
        }
        return failure;
    }

    static Throwable ofSubscribe(Throwable failure, String topicFilter) {
        return failure instanceof Mqtt3SubAckException
                ? new SubscriptionRefusedException(topicFilter, "was refused", failure)
                : failure;
    }
}
