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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Devices on several nodes that lose their connections together and come back, with the pacing of the component and a
 * time of its own. An attempt fails at once while the region is away, and succeeds at once afterwards.
 */
public final class SimulatedReconnect {

    private static final Duration LONG_LIFE = Duration.ofHours(1);
    private static final double NANOS = 1e9;
    private static final int SLOTS_PER_SECOND = 50;

    private final int[] slots = new int[3600 * 12 * SLOTS_PER_SECOND];
    private final long away;
    private long last;

    private SimulatedReconnect(double awaySeconds) {
        this.away = (long) (awaySeconds * NANOS);
    }

    /**
     * @param nodes       that have as many devices as any other
     * @param devices     of all nodes
     * @param rate        {@code maxConnectRate} of each
     * @param awaySeconds how long the region is away
     * @return what the region saw
     */
    public static Result run(int nodes, long devices, int rate, double awaySeconds) {
        SimulatedReconnect simulation = new SimulatedReconnect(awaySeconds);
        for (int node = 0; node < nodes; node++) {
            long before = devices * node / nodes;
            simulation.node((int) (devices * (node + 1) / nodes - before), rate, new Random(node));
        }
        return new Result(simulation.peak(), simulation.last / NANOS);
    }

    private void node(int devices, int rate, RandomGenerator random) {
        Now now = new Now();
        ConnectRate turns = new ConnectRate(rate, now, random);
        PriorityQueue<Device> waiting = new PriorityQueue<>(Comparator.comparingLong(device -> device.due));
        for (int i = 0; i < devices; i++) {
            ReconnectPolicy policy = new ReconnectPolicy(Duration.ofSeconds(5), Duration.ofMinutes(2), random);
            waiting.add(new Device(policy, policy.afterLoss(LONG_LIFE).toNanos()));
        }
        while (!waiting.isEmpty()) {
            Device device = waiting.poll();
            now.nanos = device.due;
            long attempt = device.due + turns.takeTurn().toNanos();
            if (attempt < away) {
                device.due = attempt + device.policy.afterFailure().toNanos();
                waiting.add(device);
            } else {
                slots[(int) (attempt * SLOTS_PER_SECOND / NANOS)]++;
                last = Math.max(last, attempt);
            }
        }
    }

    private long peak() {
        long window = 0;
        long peak = 0;
        for (int i = 0; i < slots.length; i++) {
            window += slots[i] - (i < SLOTS_PER_SECOND ? 0 : slots[i - SLOTS_PER_SECOND]);
            peak = Math.max(peak, window);
        }
        return peak;
    }

    /**
     * What the region saw.
     *
     * @param peak    attempts in the greatest second
     * @param seconds from the loss to the last attempt
     */
    public record Result(long peak, double seconds) {}

    private static final class Device {
        private final ReconnectPolicy policy;
        private long due;

        private Device(ReconnectPolicy policy, long due) {
            this.policy = policy;
            this.due = due;
        }
    }

    private static final class Now implements Scheduler {
        private long nanos;

        @Override
        public Cancellable after(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("nothing is timed here");
        }

        @Override
        public long nanoTime() {
            return nanos;
        }
    }
}
