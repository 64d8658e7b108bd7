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
package io.github.cameliotcloud.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.harness.Usage;

/** The main class of a node's JVM. Answers each line of its input with one line; ends with its input. */
public final class Node {

    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final ShardRoutes routes;

    private Node(ShardRoutes routes) {
        this.routes = routes;
    }

    /** @param arguments those of {@link NodeSettings} */
    public static void main(String... arguments) throws IOException {
        Node node = new Node(new ShardRoutes(NodeSettings.of(arguments)));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(node.answerOrFailure(line.split(" ")));
            }
        }
        System.exit(0);
    }

    private String answerOrFailure(String... command) {
        try {
            return answer(command);
        } catch (Exception e) {
            return "failed: " + e;
        }
    }

    private String answer(String... command) throws Exception {
        switch (command[0]) {
            case "start":
                routes.start(Integer.parseInt(command[1]));
                return "started";
            case "stop":
                routes.stop();
                return "stopped";
            case "await":
                await(Integer.parseInt(command[1]));
                return "came";
            case "heap":
                return String.valueOf(Usage.usedHeap());
            case "committed":
                return String.valueOf(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted());
            case "cpu":
                return String.valueOf(Usage.cpuNanos());
            default:
                return "failed: unknown command";
        }
    }

    /** Until each device of the node has had so many deltas since its start. */
    private void await(int deltas) throws InterruptedException {
        long wanted = (long) deltas * routes.devices();
        long begin = System.nanoTime();
        while (routes.deltas() < wanted) {
            if (System.nanoTime() - begin > LIMIT_NANOS) {
                throw new IllegalStateException("Only " + routes.deltas() + " of " + wanted + " deltas came");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
