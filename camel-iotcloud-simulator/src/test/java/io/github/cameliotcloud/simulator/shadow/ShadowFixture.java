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
package io.github.cameliotcloud.simulator.shadow;

import java.time.Instant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ManualClock;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** One device and its shadow at a fixed time. */
final class ShadowFixture {

    static final long MS = 1_700_000_000_123L;
    static final long S = 1_700_000_000L;

    final ManualClock clock = new ManualClock(Instant.ofEpochMilli(MS));
    final RecordingOutlet outlet = new RecordingOutlet();
    final DeviceIdentity device = new DeviceIdentity("ABC1234567", "dev-01");
    final ShadowService service;

    ShadowFixture() {
        this(ShadowRules.DEFAULT);
    }

    ShadowFixture(ShadowRules rules) {
        this(rules, ShadowStore.NONE);
    }

    ShadowFixture(ShadowRules rules, ShadowStore store) {
        service = new ShadowService(clock, outlet, rules, store);
    }

    /** One that takes the alternative of a switch. */
    static ShadowFixture with(ShadowSwitch... alternatives) {
        return new ShadowFixture(ShadowRules.DEFAULT.with(alternatives));
    }

    /** JSON that is written with single quotes. */
    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    /** Sends a request and returns the one answer. */
    String request(String json) {
        send(json);
        return single();
    }

    /** Sends a request and leaves its answer, if any, in the outlet. */
    void send(String json) {
        service.handle(device, json.getBytes(UTF_8));
    }

    String get() {
        return request("{\"type\":\"get\"}");
    }

    /** Sends an update without version and token. */
    String update(String state) {
        return request("{\"type\":\"update\",\"state\":" + state + "}");
    }

    /** Writes desired as an application, version 0. */
    String desired(String json) {
        return ShadowJson.text(service.updateDesired(device, ShadowJson.desiredState(json), 0));
    }

    String single() {
        var sent = outlet.takeAll();
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    /** The reply to an accepted update. */
    static String accepted(String state, long version) {
        return "{\"payload\":{\"state\":" + state + ",\"timestamp\":" + MS + ",\"version\":" + version
                + "},\"result\":0,\"timestamp\":" + MS + ",\"type\":\"update\"}";
    }

    /** The reply to a get of a shadow that was written. */
    static String document(String state, long version) {
        return "{\"payload\":{\"state\":" + state + ",\"timestamp\":" + MS + ",\"version\":" + version
                + "},\"result\":0,\"timestamp\":" + S + ",\"type\":\"get\"}";
    }

    static String delta(String state, long version) {
        return "{\"payload\":{\"state\":" + state + ",\"timestamp\":" + MS + ",\"version\":" + version
                + "},\"timestamp\":" + MS + ",\"type\":\"delta\"}";
    }

    static String rejected(int result) {
        return "{\"payload\":{},\"result\":" + result + ",\"timestamp\":" + MS + ",\"type\":\"update\"}";
    }
}
