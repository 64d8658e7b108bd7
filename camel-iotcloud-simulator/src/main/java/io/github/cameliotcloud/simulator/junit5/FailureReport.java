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
package io.github.cameliotcloud.simulator.junit5;

import java.util.List;
import java.util.stream.Collectors;

import org.opentest4j.TestAbortedException;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** What a simulator saw, for people who look at a failed test. No secrets: they are never part of what it knows. */
final class FailureReport {

    private FailureReport() {}

    /** Whether the test has failed, and was not just given up by an assumption. */
    static boolean deservedBy(Throwable outcome) {
        return !(outcome instanceof TestAbortedException);
    }

    /** Not a log line: a test without a logger needs it, too. */
    static void print(String test, IotCloudSimulator simulator) {
        System.err.print(text(test, simulator));
    }

    static String text(String test, IotCloudSimulator simulator) {
        List<ObservedDevice> devices = simulator.activity().devices().stream()
                .map(DeviceText::parse)
                .map(name -> new ObservedDevice(simulator, name.product(), name.device()))
                .toList();
        StringBuilder text = new StringBuilder(test + " failed. What the simulated cloud at " + simulator.brokerUrl()
                + " saw:" + System.lineSeparator());
        devices.stream().filter(ObservedDevice::everTried).forEach(device -> text.append(DeviceReport.of(device)));
        List<ObservedDevice> silent =
                devices.stream().filter(device -> !device.everTried()).toList();
        if (devices.isEmpty()) {
            text.append("It has no devices.").append(System.lineSeparator());
        } else if (!silent.isEmpty()) {
            text.append("Never tried to connect: " + names(silent)).append(System.lineSeparator());
        }
        DeviceReport.refusals(ObservedDevice.refusalsOfStrangers(simulator, devices))
                .forEach(line -> text.append("Unknown client ").append(line).append(System.lineSeparator()));
        return text.toString();
    }

    private static String names(List<ObservedDevice> devices) {
        int limit = 10;
        String names =
                devices.stream().limit(limit).map(ObservedDevice::toString).collect(Collectors.joining(", "));
        return devices.size() > limit ? names + " and " + (devices.size() - limit) + " more" : names;
    }
}
