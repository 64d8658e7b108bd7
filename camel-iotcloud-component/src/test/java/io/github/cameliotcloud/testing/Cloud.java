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
package io.github.cameliotcloud.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.github.cameliotcloud.simulator.FaultInjection;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.TopicPermission;

/** A simulator of its own for each test, with one device. */
public final class Cloud implements BeforeEachCallback, AfterEachCallback {

    public static final String PRODUCT = "ABC1234567";
    public static final String DEVICE = "dev-01";
    /** Has what breaks in URIs: plus, slash, equals. */
    public static final String SECRET = "ab+c/efgAAECAwQFBgcICQ==";

    private IotCloudSimulator simulator;

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = IotCloudSimulator.builder()
                .device(PRODUCT, DEVICE, SECRET)
                .customTopic(PRODUCT, "room/temperature", TopicPermission.PUBLISH_AND_SUBSCRIBE)
                .start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }

    public IotCloudSimulator simulator() {
        return simulator;
    }

    public FaultInjection faults() {
        return simulator.faults();
    }

    /** @return an endpoint URI of the device, with fast reconnects */
    public String uri(String channel, String... options) {
        return "iotcloud:" + channel + "?product=" + PRODUCT + "&device=" + DEVICE + "&deviceSecret=RAW(" + SECRET
                + ")&brokerUrl=" + simulator.brokerUrl() + "&reconnectDelay=100&connectTimeout=5000"
                + (options.length == 0 ? "" : "&" + String.join("&", options));
    }

    public long desire(String json) {
        return simulator.setDesired(PRODUCT, DEVICE, json);
    }

    /** @return reported, desired and delta of the device as JSON text */
    public String state() {
        return simulator.shadow(PRODUCT, DEVICE).path("state").toString();
    }

    public int connections() {
        return simulator.connections(PRODUCT, DEVICE);
    }

    public void cut() {
        simulator.faults().cutConnection(PRODUCT, DEVICE);
    }
}
