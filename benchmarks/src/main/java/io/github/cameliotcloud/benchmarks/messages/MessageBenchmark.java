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

import io.github.cameliotcloud.benchmarks.harness.Row;

/** Measures the way of messages and shadow requests through a route, against bare clients and other Camel components. */
public final class MessageBenchmark {

    private MessageBenchmark() {}

    /** @param arguments see {@link MessageSettings} */
    public static void main(String... arguments) throws Exception {
        MessageSettings settings;
        try {
            settings = MessageSettings.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        for (String name : settings.rows()) {
            Row row = MessageRow.of(name).measure(settings);
            System.out.println(row);
            System.out.println(row.spread());
        }
        System.exit(0); // Paho's clients of camel-paho may leave threads behind
    }
}
