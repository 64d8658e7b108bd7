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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param deltas how many deltas to end after
 * @param outage how many seconds Kafka is away in the middle, 0 for not at all
 */
record DemoOptions(int deltas, int outage) {

    static final String USAGE = """
            Usage: shadow-to-kafka [--deltas N] [--outage SECONDS]
              --deltas N          end after N deltas, 1 to 1000 (default 12)
              --outage SECONDS    stop Kafka in the middle for so long, 0 to 300 (default 0)""";

    /** @throws IllegalArgumentException with one sentence that says what to change */
    static DemoOptions parse(List<String> arguments) {
        DemoOptions options = new DemoOptions(12, 0);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            options = switch (name) {
                case "--deltas" -> new DemoOptions(number(name, rest, 1, 1000), options.outage());
                case "--outage" -> new DemoOptions(options.deltas(), number(name, rest, 0, 300));
                default -> throw new IllegalArgumentException("unknown option " + name + "\n" + USAGE);
            };
        }
        return options;
    }

    private static int number(String name, Iterator<String> rest, int least, int most) {
        String text = rest.hasNext() ? rest.next() : "";
        if (text.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(name + " " + text + ": use a number from " + least + " to " + most);
    }
}
