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
import java.util.List;
import java.util.Locale;

import io.github.cameliotcloud.benchmarks.harness.Row;

/** The rows, in the order in which they are measured. */
enum MessageRow {
    EVENT_QOS1(settings -> EventRows.measure("event-qos1", EventRows.PAHO, EventRows.PAHO_OPTIONS, settings)),
    EVENT_QOS1_PAHO_MQTT5(settings -> EventRows.measure("event-qos1-paho-mqtt5", "paho-mqtt5:", "", settings)),
    EVENT_QOS1_PAHO(EventRows::measurePahoTransport),
    EVENT_READY_MADE(EventRows::measureSenders),
    EVENT_READY_MADE_CPU(EventRows::measureSendersCost),
    CONTROL_QOS1(ControlRow::measure),
    CONTROL_QOS1_CPU(ControlRow::measureCost),
    CONTROL_READY_MADE(ControlRow::measureReceivers),
    CONTROL_READY_MADE_CPU(ControlRow::measureReceiversCost),
    SHADOW_GET_LATENCY(ShadowRows::measureLatency),
    SHADOW_GET_64(ShadowRows::measureThroughput),
    SIGN_CONNECT(SignRow::measure),
    ROUTE_START(StartRow::measure);

    private interface Measurement {
        Row measure(MessageSettings settings) throws Exception;
    }

    private final Measurement measurement;

    MessageRow(Measurement measurement) {
        this.measurement = measurement;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(MessageRow::rowName).toList();
    }

    static MessageRow of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Row measure(MessageSettings settings) throws Exception {
        return measurement.measure(settings);
    }

    String rowName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
