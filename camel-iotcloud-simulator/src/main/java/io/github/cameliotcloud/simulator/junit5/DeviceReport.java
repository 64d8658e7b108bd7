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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.simulator.Refusal;

/** What the simulator saw of one device, in a few lines. */
final class DeviceReport {

    private static final int MAX_MESSAGES = 20;
    private static final int MAX_PAYLOAD = 200;
    private static final int MAX_REFUSALS = 10;

    private DeviceReport() {}

    static String of(ObservedDevice device) {
        List<String> lines = new ArrayList<>();
        lines.add(device + " is " + (device.online() ? "online" : "offline") + ", " + device.accepted() + " of "
                + device.attempts() + " CONNECTs accepted, subscribed to " + subscriptions(device));
        JsonNode shadow = device.shadow();
        lines.add("  shadow: version " + shadow.path("version") + ", "
                + cut(shadow.path("state").toString()));
        messages(device).forEach(line -> lines.add("  published: " + line));
        refusals(device.refusals()).forEach(line -> lines.add("  refused: " + line));
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static String subscriptions(ObservedDevice device) {
        return device.subscriptions().isEmpty()
                ? "nothing"
                : device.subscriptions().stream().sorted().collect(Collectors.joining(" "));
    }

    private static List<String> messages(ObservedDevice device) {
        List<ReceivedMessage> all = device.published();
        List<String> lines = new ArrayList<>();
        if (all.isEmpty()) {
            lines.add("nothing");
        } else if (all.size() > MAX_MESSAGES) {
            lines.add((all.size() - MAX_MESSAGES) + " older messages, not shown");
        }
        all.stream()
                .skip(Math.max(0, all.size() - MAX_MESSAGES))
                .map(message -> device.shortTopic(message) + " " + cut(message.text()))
                .forEach(lines::add);
        return lines;
    }

    /** A line for each kind, with how often it came. */
    static List<String> refusals(List<Refusal> refusals) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        refusals.forEach(refusal -> counts.merge(
                refusal.clientId() + ": " + refusal.packet() + " (" + refusal.reason() + ")", 1, Integer::sum));
        return counts.entrySet().stream()
                .limit(MAX_REFUSALS)
                .map(entry -> entry.getKey() + (entry.getValue() > 1 ? ", " + entry.getValue() + " times" : ""))
                .toList();
    }

    private static String cut(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= MAX_PAYLOAD
                ? printable
                : printable.substring(0, MAX_PAYLOAD) + "... (" + text.length() + " characters)";
    }
}
