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

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** When which node had a consumer for a namespace. */
final class Journal {

    private final Collection<Stay> stays = new CopyOnWriteArrayList<>();

    static final class Stay {
        final String node;
        final String namespace;
        final long from = System.nanoTime();
        volatile long until = Long.MAX_VALUE;

        Stay(String node, String namespace) {
            this.node = node;
            this.namespace = namespace;
        }

        boolean isOpen() {
            return until == Long.MAX_VALUE;
        }

        /** Only the first end counts. */
        synchronized void end() {
            until = Math.min(until, System.nanoTime());
        }

        private boolean overlaps(Stay other) {
            return this != other && namespace.equals(other.namespace) && from < other.until && other.from < until;
        }

        @Override
        public String toString() {
            return node + " " + namespace + " " + from / 1_000_000 + ".."
                    + (isOpen() ? "" : String.valueOf(until / 1_000_000));
        }
    }

    Stay begin(String node, String namespace) {
        Stay stay = new Stay(node, namespace);
        stays.add(stay);
        return stay;
    }

    Set<String> open(String node) {
        return stays.stream()
                .filter(stay -> stay.isOpen() && stay.node.equals(node))
                .map(stay -> stay.namespace)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As when the process is killed: its consumers are gone. */
    void died(String node) {
        stays.stream().filter(stay -> stay.isOpen() && stay.node.equals(node)).forEach(Stay::end);
    }

    int count() {
        return stays.size();
    }

    List<Stay> of(String namespace) {
        return stays.stream().filter(stay -> stay.namespace.equals(namespace)).toList();
    }

    /** Between the first end of a stay and the last. */
    Duration spreadOfEnds() {
        LongSummaryStatistics ends = stays.stream()
                .filter(stay -> !stay.isOpen())
                .mapToLong(stay -> stay.until)
                .summaryStatistics();
        return Duration.ofNanos(ends.getMax() - ends.getMin());
    }

    /** Stays of two nodes in one namespace at the same time. */
    List<Stay> overlaps() {
        return stays.stream()
                .filter(one -> stays.stream().anyMatch(one::overlaps))
                .toList();
    }

    @Override
    public String toString() {
        return stays.stream().map(Stay::toString).collect(Collectors.joining("\n"));
    }
}
