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
package io.github.cameliotcloud.benchmarks.messages;

import java.util.Arrays;

import io.github.cameliotcloud.benchmarks.simulator.LoadDevices;

/** How routes name the devices of the benchmarks. */
final class Devices {

    private Devices() {}

    /** An endpoint of {@code iotcloud:}. */
    static String uri(String channel, int device, String url, String... options) {
        StringBuilder uri = new StringBuilder("iotcloud:" + channel + "?product=" + LoadDevices.PRODUCT + "&device="
                + LoadDevices.name(device) + "&deviceSecret=RAW(" + LoadDevices.SECRET + ")&brokerUrl=" + url);
        Arrays.stream(options).forEach(option -> uri.append('&').append(option));
        return uri.toString();
    }

    static String topic(String channel, int device) {
        return LoadDevices.PRODUCT + "/" + LoadDevices.name(device) + "/" + channel;
    }
}
