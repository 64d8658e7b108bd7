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
package io.github.cameliotcloud.examples.fleetcluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node has written; it says which parts of the fleet the node gets and gives up. */
final class NodeLog {

    private static final Pattern CHANGE =
            Pattern.compile("(\\S+) INFO  (Owns|Does not own) the namespace boilers-(\\d+) (?:now|any more.*)");
    private static final Pattern HEALTH = Pattern.compile("HttpServer started on \\S+:(\\d+)");

    private final String node;
    private final Path file;
    private int beginning;

    NodeLog(String node, Path file) {
        this.node = node;
        this.file = file;
    }

    /** A part of the fleet has a new owner, or lost the one that it had. */
    record Change(Instant time, String node, boolean owns, int shard) {

        @Override
        public String toString() {
            return node + (owns ? " owns boilers-" : " gives up boilers-") + shard;
        }
    }

    Path file() {
        return file;
    }

    /** A new JVM writes from here on, and owns nothing yet. */
    void begin() {
        beginning = lines().size();
    }

    /** All that has changed since the first start, oldest first. */
    List<Change> changes() {
        return changes(lines());
    }

    /** What the running JVM owns. */
    Set<Integer> owned() {
        Set<Integer> owned = new TreeSet<>();
        for (Change change : changes(sinceStart())) {
            if (change.owns()) {
                owned.add(change.shard());
            } else {
                owned.remove(change.shard());
            }
        }
        return owned;
    }

    /** Where the running JVM tells its health. */
    Optional<Integer> healthPort() {
        return sinceStart().stream()
                .map(HEALTH::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .findFirst();
    }

    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> sinceStart() {
        List<String> lines = lines();
        return lines.subList(Math.min(beginning, lines.size()), lines.size());
    }

    private List<Change> changes(List<String> lines) {
        return lines.stream()
                .map(CHANGE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Change(
                        LocalDateTime.parse(line.group(1))
                                .atZone(ZoneId.systemDefault())
                                .toInstant(),
                        node,
                        line.group(2).equals("Owns"),
                        Integer.parseInt(line.group(3))))
                .toList();
    }
}
