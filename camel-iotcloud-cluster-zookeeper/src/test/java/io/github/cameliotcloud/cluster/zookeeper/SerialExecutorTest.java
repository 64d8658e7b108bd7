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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SerialExecutorTest {

    private final List<Runnable> pool = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private boolean shutDown;
    private final SerialExecutor executor = new SerialExecutor(task -> {
        if (shutDown) {
            throw new RejectedExecutionException("shut down");
        }
        pool.add(task);
    });

    @Test
    void oneThreadRunsAllTasksInTheirOrder() {
        executor.execute(() -> ran.add("first"));
        executor.execute(() -> ran.add("second"));

        assertThat(pool).hasSize(1);
        pool.get(0).run();

        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void aTaskThatFailsDoesNotHoldUpTheNext() {
        executor.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        executor.execute(() -> ran.add("next"));
        pool.get(0).run();

        executor.execute(() -> ran.add("later"));
        pool.get(1).run();

        assertThat(ran).containsExactly("next", "later");
    }

    @Test
    void tasksAreDroppedAfterTheShutdownOfThePool() {
        shutDown = true;

        executor.execute(() -> ran.add("late"));

        assertThat(pool).isEmpty();
        assertThat(ran).isEmpty();
    }
}
