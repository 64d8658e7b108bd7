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
package io.github.cameliotcloud.examples.kubernetes;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.Shard;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** Pods of the manifest in this JVM, a mock API server for their leases, and the simulator for their devices. */
final class Fleet implements AutoCloseable {

    private static final String PRODUCT = "ABC1234567";
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    /** Shorter than the manifest's, in the same proportion to each other. */
    private static final Map<String, String> TIMES =
            Map.of("fleet.lease-duration", "3000", "fleet.renew-deadline", "1500", "fleet.retry-period", "200");

    private final ApiServer api = new ApiServer();
    private final Map<String, RunningPod> pods = new LinkedHashMap<>();
    private final IotCloudSimulator cloud;
    private final Path folder;
    private final int shards;

    /** Every shard has at least one device. */
    Fleet(Path folder, int shards) throws IOException {
        this.folder = folder;
        this.shards = shards;
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        devices().forEach(device -> builder.device(PRODUCT, device, SECRET));
        this.cloud = builder.start();
        Files.writeString(folder.resolve("fleet.properties"), Manifest.read().settingsText());
        Files.writeString(
                folder.resolve("devices.csv"),
                devices().stream()
                        .map(device -> PRODUCT + "," + device + "," + SECRET + "\n")
                        .collect(Collectors.joining("", "product,device,secret\n", "")));
    }

    private static List<String> devices() {
        return IntStream.range(0, 12).mapToObj(number -> "dev-" + number).toList();
    }

    /** Starts pods, which are found ready when all of them run. */
    void start(String... names) throws Exception {
        for (String name : names) {
            pods.put(name, RunningPod.start(name, "file:" + folder.resolve("fleet.properties"), overrides(name)));
        }
        for (String name : names) {
            ready(name, true);
        }
    }

    /** What the kubelet reports of a pod. */
    void ready(String pod, boolean ready) {
        api.pod(pod, Manifest.read().podLabels(), ready);
    }

    /** Stops a pod for good. */
    void remove(String pod) {
        pods.get(pod).stop();
        api.removePod(pod);
    }

    private Map<String, String> overrides(String pod) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>(TIMES);
        overrides.put("fleet.shards", String.valueOf(shards));
        overrides.put("fleet.devices", "file:" + folder.resolve("devices.csv"));
        overrides.put("fleet.deltas", "mock:deltas");
        overrides.put("fleet.api-server", api.url());
        overrides.put("fleet.namespace", api.namespace());
        overrides.put("fleet.pod", pod);
        overrides.put("camel.component.iotcloud.broker-url", cloud.brokerUrl());
        overrides.put("camel.management.port", String.valueOf(freePort()));
        return overrides;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    ApiServer api() {
        return api;
    }

    RunningPod pod(String name) {
        return pods.get(name);
    }

    /** @return how many shards each pod holds by the leases, if all are held */
    Collection<Long> balance() {
        Map<String, String> holders = api.holders();
        return holders.size() < shards
                ? List.of()
                : holders.values().stream()
                        .collect(Collectors.groupingBy(holder -> holder, Collectors.counting()))
                        .values();
    }

    String holder(String device) {
        return api.holders().get("fleet-boilers-" + shard(device));
    }

    private int shard(String device) {
        DeviceIdentity identity = new DeviceIdentity(PRODUCT, device);
        return Shard.all(shards).stream()
                .filter(shard -> shard.contains(identity))
                .findAny()
                .orElseThrow()
                .index();
    }

    List<String> connected() {
        return devices().stream()
                .filter(device -> cloud.connections(PRODUCT, device) > 0)
                .toList();
    }

    boolean allConnected() {
        return connected().size() == devices().size();
    }

    int secondLogins() {
        return devices().stream()
                .mapToInt(device -> cloud.counters(PRODUCT, device).secondLogins())
                .sum();
    }

    /** Wants something of each device. @return which pod has to hear of it, by device */
    Map<String, String> wish(int interval) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String device : devices()) {
            expected.put(device, holder(device));
            cloud.setDesired(PRODUCT, device, "{\"interval\":" + interval + "}");
        }
        return expected;
    }

    /** @return which pod has heard of it, by device; several would be parted by commas */
    Map<String, String> heard(int interval) {
        Map<String, String> heard = new LinkedHashMap<>();
        pods.forEach((pod, running) -> running.devicesOfDeltas(interval)
                .forEach(device -> heard.merge(device, pod, (one, other) -> one + "," + other)));
        return heard;
    }

    boolean allReported(int interval) {
        return devices().stream()
                .allMatch(device -> cloud.shadow(PRODUCT, device)
                                .path("state")
                                .path("reported")
                                .path("interval")
                                .asInt()
                        == interval);
    }

    @Override
    public void close() {
        pods.values().forEach(RunningPod::stop);
        api.close();
        cloud.close();
    }
}
