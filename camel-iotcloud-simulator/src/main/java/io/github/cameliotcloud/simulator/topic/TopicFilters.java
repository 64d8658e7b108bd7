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
package io.github.cameliotcloud.simulator.topic;

/** Matching of topic names and filters (MQTT 3.1.1 section 4.7). */
public final class TopicFilters {

    private TopicFilters() {}

    public static boolean hasWildcard(String filter) {
        return filter.indexOf('+') >= 0 || filter.indexOf('#') >= 0;
    }

    /** Whether each wildcard is a whole level, and {@code #} only the last. */
    public static boolean isWellFormed(String filter) {
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean last = i == levels.length - 1;
            boolean wildcard = levels[i].equals("+") || (last && levels[i].equals("#"));
            if (!wildcard && hasWildcard(levels[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a well-formed filter matches a topic name. */
    public static boolean matches(String filter, String topic) {
        if (!hasWildcard(filter)) {
            return filter.equals(topic);
        }
        String[] wanted = filter.split("/", -1);
        String[] given = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= given.length || !(wanted[i].equals("+") || wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }
}
