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
package io.github.cameliotcloud.simulator.mqtt;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import io.github.cameliotcloud.simulator.limits.Violation;

/** What happened on a device's connections since the start. Thread-safe. */
public final class ConnectionCounters {

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicIntegerArray violations = new AtomicIntegerArray(Violation.values().length);
    private final AtomicInteger overRateDownlinks = new AtomicInteger();
    private final AtomicInteger droppedDownlinks = new AtomicInteger();
    private final AtomicInteger secondLogins = new AtomicInteger();

    void attempted() {
        attempts.incrementAndGet();
    }

    void accepted() {
        accepted.incrementAndGet();
    }

    void violated(Violation violation) {
        violations.incrementAndGet(violation.ordinal());
    }

    void downlinkOverRate() {
        overRateDownlinks.incrementAndGet();
    }

    void downlinksDropped(int count) {
        droppedDownlinks.addAndGet(count);
    }

    void secondLogin() {
        secondLogins.incrementAndGet();
    }

    /** CONNECT packets seen. */
    public int attempts() {
        return attempts.get();
    }

    /** CONNECT packets accepted. */
    public int acceptedConnects() {
        return accepted.get();
    }

    /** Connections that were closed because the device logged in once more (protocol.md 2.6). */
    public int secondLogins() {
        return secondLogins.get();
    }

    /** PUBLISH packets not taken because they broke this rule. */
    public int violations(Violation violation) {
        return violations.get(violation.ordinal());
    }

    /** PUBLISH packets not taken because the device may not use their topic, or it is too long or too deep. */
    public int droppedPublishes() {
        return violations(Violation.NO_PERMISSION) + violations(Violation.TOPIC_TOO_LONG_OR_DEEP);
    }

    /** Messages to the device dropped because too many went to it within a second. */
    public int overRateDownlinks() {
        return overRateDownlinks.get();
    }

    /** QoS 1 messages to the device dropped because too many waited for it. */
    public int droppedDownlinks() {
        return droppedDownlinks.get();
    }
}
