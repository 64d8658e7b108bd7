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
package io.github.cameliotcloud.simulator.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Packets that wait for one browser; counts those that find no room. Thread-safe. */
final class PacketQueue {

    /**
     * What waited.
     *
     * @param lines oldest first
     * @param lost how many are missing behind them
     */
    record Batch(List<ObjectNode> lines, long lost) {}

    private final int capacity;
    private final Queue<ObjectNode> lines = new ArrayDeque<>();
    private long lost;

    PacketQueue(int capacity) {
        this.capacity = capacity;
    }

    /** @param line not asked when there is no room */
    synchronized void offer(Supplier<ObjectNode> line) {
        if (lines.size() < capacity) {
            lines.add(line.get());
        } else {
            lost++;
        }
    }

    /** Empties the queue. */
    synchronized Batch drain() {
        Batch batch = new Batch(new ArrayList<>(lines), lost);
        lines.clear();
        lost = 0;
        return batch;
    }
}
