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
package io.github.cameliotcloud.simulator.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the tries of one property. */
public final class Tally {

    private final Map<String, Integer> counts = new TreeMap<>();

    /** @param outcome one word, such as {@code refused} */
    public void count(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    /** Such as {@code 12 accepted, 9988 refused, }. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((outcome, count) ->
                text.append(count).append(' ').append(outcome).append(", "));
        return text.toString();
    }
}
