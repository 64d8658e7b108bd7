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

import java.util.List;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;

/** The JVM of a {@link Node}. */
final class NodeProcess implements AutoCloseable {

    private static final double KB = 1024;
    private static final double NANOS = 1e9;

    private final ChildJvm jvm;

    NodeProcess(NodeSettings settings) {
        jvm = new ChildJvm(ChildJvm.thisJdk(), List.of("-Xmx512m"), Node.class, settings.arguments());
    }

    /** Makes and starts the routes; does not wait for the devices. */
    void start(int connectRate) {
        ask("start " + connectRate);
    }

    void stop() {
        ask("stop");
    }

    /** Waits until each device of the node has had so many deltas since the start. */
    void await(int deltas) {
        ask("await " + deltas);
    }

    double usedHeapKb() {
        return Long.parseLong(ask("heap")) / KB;
    }

    /** Memory of the process that is not heap. */
    double otherMemoryKb() {
        return (jvm.residentMemory() - Long.parseLong(ask("committed"))) / KB;
    }

    double cpuSeconds() {
        return Long.parseLong(ask("cpu")) / NANOS;
    }

    private String ask(String command) {
        String answer = jvm.ask(command);
        if (answer.startsWith("failed")) {
            throw new IllegalStateException(command + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        jvm.close();
    }
}
