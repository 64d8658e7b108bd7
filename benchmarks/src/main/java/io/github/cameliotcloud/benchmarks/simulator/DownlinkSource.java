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

import java.util.concurrent.locks.LockSupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** An application that sends to all devices in turn, as fast as they take it. */
final class DownlinkSource implements AutoCloseable {

    private static final int MOST_PENDING = 2;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final byte[] PAYLOAD =
            "{\"power\":\"on\",\"level\":42,\"comment\":\"as fast as can be\"}".getBytes(UTF_8);

    private final IotCloudSimulator simulator;
    private final int devices;
    private final Thread thread = new Thread(this::send, "downlinks");
    private int round;
    private volatile boolean running;
    private volatile boolean closed;

    DownlinkSource(IotCloudSimulator simulator, int devices) {
        this.simulator = simulator;
        this.devices = devices;
        thread.setDaemon(true);
        thread.start();
    }

    String run(boolean on) {
        running = on;
        LockSupport.unpark(thread);
        return on ? "sending" : "paused";
    }

    /** Desires what was not desired before; returns when the simulator has sent all deltas on their way. */
    String desireOfAll() {
        round++;
        for (int i = 0; i < devices; i++) {
            simulator.setDesired(
                    LoadDevices.PRODUCT, LoadDevices.name(i), "{\"power\":\"on\",\"level\":" + round + "}");
        }
        return "desired";
    }

    private void send() {
        while (!closed) {
            if (!running) {
                LockSupport.park(this);
            } else if (round() == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private int round() {
        int sent = 0;
        for (int i = 0; i < devices && running; i++) {
            String device = LoadDevices.name(i);
            if (simulator.pendingMessages(LoadDevices.PRODUCT, device) < MOST_PENDING) {
                simulator.publish(LoadDevices.PRODUCT, device, "control", PAYLOAD, 1);
                sent++;
            }
        }
        return sent;
    }

    @Override
    public void close() {
        closed = true;
        run(false);
    }
}
