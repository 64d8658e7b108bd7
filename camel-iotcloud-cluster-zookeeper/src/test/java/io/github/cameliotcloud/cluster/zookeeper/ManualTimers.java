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

import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when the test says so. */
final class ManualTimers implements Timers {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::due));
    private long now;

    private record Task(long due, Runnable run) {}

    @Override
    public Timeout schedule(Runnable task, long millis) {
        Task entry = new Task(now + millis, task);
        tasks.add(entry);
        return () -> tasks.remove(entry);
    }

    void pass(long millis) {
        long end = now + millis;
        while (!tasks.isEmpty() && tasks.peek().due() <= end) {
            Task task = tasks.poll();
            now = task.due();
            task.run().run();
        }
        now = end;
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }
}
