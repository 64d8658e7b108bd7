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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.Shard;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.device.LoggedConnection;

/** The cloud with 3,000 boilers, and its record of who was connected when. */
final class SimulatedFleet implements AutoCloseable {

    static final String PRODUCT = "BOILERS001";
    static final int SIZE = 3_000;

    private final List<String> devices = IntStream.rangeClosed(1, SIZE)
            .mapToObj(number -> String.format("boiler-%04d", number))
            .toList();
    private final IotCloudSimulator cloud;

    SimulatedFleet() {
        var builder = IotCloudSimulator.builder().console(false);
        devices.forEach(device -> builder.device(PRODUCT, device));
        cloud = builder.start();
    }

    IotCloudSimulator cloud() {
        return cloud;
    }

    List<String> devices() {
        return devices;
    }

    /** The file that all nodes read. */
    Path writeTo(Path file) throws IOException {
        String lines = devices.stream()
                .map(device -> PRODUCT + "," + device + "," + cloud.secrets().of(PRODUCT, device) + "\n")
                .collect(Collectors.joining());
        return Files.writeString(file, "product,device,secret\n" + lines);
    }

    /** Whether all devices are connected, and hear commands. */
    boolean isServed() {
        return cloud.totalConnections() == SIZE
                && devices.stream()
                        .allMatch(device ->
                                cloud.subscriptions(PRODUCT, device).contains(PRODUCT + "/" + device + "/control"));
    }

    int secondLogins() {
        return devices.stream().mapToInt(this::secondLogins).sum();
    }

    int secondLogins(String device) {
        return cloud.counters(PRODUCT, device).secondLogins();
    }

    /** The devices of these parts. */
    List<String> devicesOf(Set<Integer> shards) {
        return devices.stream()
                .filter(device -> shards.contains(Shard.of(new DeviceIdentity(PRODUCT, device), Cluster.SHARDS)
                        .index()))
                .toList();
    }

    List<LoggedConnection> connections(String device) {
        return cloud.activity().connections(PRODUCT, device);
    }

    @Override
    public void close() {
        cloud.close();
    }
}
