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

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

import io.github.cameliotcloud.simulator.session.DeliveryOutcome;

/** Checks of arguments, and of what became of a message. */
final class Requirements {

    private static final int MAX_PORT = 65_535;
    private static final Set<String> TLS_PROTOCOLS = Set.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final Duration MAX_DELAY = Duration.ofDays(1);

    private Requirements() {}

    static void qos(int qos) {
        if (qos != 0 && qos != 1) {
            throw new IllegalArgumentException("The cloud knows QoS 0 and 1 only, not " + qos);
        }
    }

    static Duration delay(Duration delay) {
        if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
            throw new IllegalArgumentException("A delay is 0 to 24 hours, not " + delay);
        }
        return delay;
    }

    static int millis(Duration interval) {
        if (interval.isNegative() || interval.compareTo(MAX_DELAY) > 0) {
            throw new IllegalArgumentException("The time between two CONNECTs is 0 to 24 hours, not " + interval);
        }
        return (int) interval.toMillis();
    }

    static void taken(DeliveryOutcome outcome, String product, String device) {
        if (outcome == DeliveryOutcome.OVERFLOW) {
            throw new IllegalStateException("LimitExceeded.OfflineMessageExceedLimit: too many QoS 1 messages wait for "
                    + product + "/" + device + ", this one is dropped");
        }
        if (outcome == DeliveryOutcome.OVER_RATE) {
            throw new IllegalStateException("Too many messages in a second to " + product + "/" + device
                    + ", this one is dropped; the limit is DOWNLINK_PER_SECOND");
        }
    }

    static Set<String> tlsProtocols(String... protocols) {
        Set<String> chosen = Set.copyOf(Arrays.asList(protocols));
        if (chosen.isEmpty() || !TLS_PROTOCOLS.containsAll(chosen)) {
            throw new IllegalArgumentException(
                    "TLS protocols are one or more of TLSv1, TLSv1.1, TLSv1.2 and TLSv1.3, not "
                            + Arrays.toString(protocols));
        }
        return chosen;
    }

    static int port(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
        }
        return port;
    }
}
