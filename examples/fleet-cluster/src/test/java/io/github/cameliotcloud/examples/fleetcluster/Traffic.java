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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static io.github.cameliotcloud.examples.fleetcluster.SimulatedFleet.PRODUCT;

/** Applications that want something of the boilers, one after the other: 200 desired states and 50 commands a second. */
final class Traffic implements AutoCloseable {

    private static final int DESIRED_FOR_EACH_COMMAND = 4;
    private static final long COMMAND_MILLIS = 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> wanted = new ConcurrentHashMap<>();
    private final SimulatedFleet fleet;
    private final String name;
    private final ScheduledFuture<?> sending;
    private volatile int desired;
    private volatile int commands;

    /** @param name is in all that it sends, so that no other traffic of the same fleet sends that too */
    Traffic(SimulatedFleet fleet, String name) {
        this.fleet = fleet;
        this.name = name;
        this.sending = clock.scheduleAtFixedRate(this::send, 0, COMMAND_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send() {
        for (int i = 0; i < DESIRED_FOR_EACH_COMMAND; i++) {
            int number = desired + 1;
            fleet.cloud().setDesired(PRODUCT, device(number), "{\"setpoint\":\"" + name + "-" + number + "\"}");
            wanted.put(device(number), name + "-" + number);
            desired = number;
        }
        // another part of the fleet than the one that the desired states are at
        int number = commands + 1;
        fleet.cloud().publishControl(PRODUCT, device(number * 7), command(number));
        commands = number;
    }

    private String command(int number) {
        return name + "-command-" + number;
    }

    private String device(int number) {
        return fleet.devices().get(number % fleet.devices().size());
    }

    /** Ends when the last message has been sent; fails when one could not be. */
    void stop() throws InterruptedException, ExecutionException {
        if (sending.isDone()) {
            sending.get();
        }
        clock.shutdown();
        if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The cloud does not take messages");
        }
    }

    /** The setpoint that was wanted last of each device that got one. */
    Map<String, String> wanted() {
        return wanted;
    }

    /** The commands so far. */
    List<String> commands() {
        return IntStream.rangeClosed(1, commands).mapToObj(this::command).toList();
    }

    int desired() {
        return desired;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
