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
package io.github.cameliotcloud.benchmarks.simulator;

import java.util.List;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;

/** A simulator in a JVM of its own, so that its memory and processor time can be told from those of the devices. */
public final class SimulatorProcess implements AutoCloseable {

    private final ChildJvm jvm;
    private final int port;

    /**
     * @param devices how many it knows; their names are those of {@link LoadDevices}
     * @param heapMb  most heap
     */
    public SimulatorProcess(int devices, int heapMb) {
        jvm = new ChildJvm(
                ChildJvm.thisJdk(),
                List.of("-Xmx" + heapMb + "m"),
                SimulatorUnderLoad.class,
                List.of(String.valueOf(devices)));
        port = Integer.parseInt(jvm.answer());
    }

    public int port() {
        return port;
    }

    int connections() {
        return Integer.parseInt(jvm.ask("connections"));
    }

    /** Bytes in use after a garbage collection. */
    long usedHeap() {
        return Long.parseLong(jvm.ask("heap"));
    }

    /** Processor time that the simulator's JVM has taken since its start. */
    long cpuNanos() {
        return Long.parseLong(jvm.ask("cpu"));
    }

    void sendToAll(boolean on) {
        jvm.ask(on ? "send" : "pause");
    }

    /** Desires something else of every device; each that is connected is sent a delta. */
    public void desireOfAll() {
        jvm.ask("desire");
    }

    /** Resident memory in bytes; 0 where the system does not tell. */
    long residentMemory() {
        return jvm.residentMemory();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
