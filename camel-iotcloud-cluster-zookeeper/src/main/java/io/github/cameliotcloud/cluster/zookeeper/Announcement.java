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
package io.github.cameliotcloud.cluster.zookeeper;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a node tells all others: the namespaces that it runs, and which of them it owns. The second is for people to see
 * and decides nothing.
 *
 * @param running those that it takes part in
 * @param owned   some of them
 */
record Announcement(Set<String> running, Set<String> owned) {

    private static final char OWNED = '+';
    private static final char NOT_OWNED = '-';

    static final Announcement NOTHING = new Announcement(Set.of(), Set.of());

    byte[] toBytes() {
        StringBuilder lines = new StringBuilder();
        running.forEach(namespace -> lines.append(owned.contains(namespace) ? OWNED : NOT_OWNED)
                .append(namespace)
                .append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Announcement of(byte[] bytes) {
        Set<String> running = new TreeSet<>();
        Set<String> owned = new TreeSet<>();
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String namespace = line.substring(1);
                    running.add(namespace);
                    if (line.charAt(0) == OWNED) {
                        owned.add(namespace);
                    }
                });
        return new Announcement(running, owned);
    }
}
