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
package io.github.cameliotcloud.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Clients of the MQTT library without anything around them. Only so many connect at once, fewer than the system's queue
 * of new connections holds.
 */
final class BareDevices implements Devices {

    private static final int MOST_AT_ONCE = 256;
    private static final int LIMIT_SECONDS = 120;

    private final ClientSettings settings;
    private List<BareDevice> devices = List.of();
    private LongAdder deltas = new LongAdder();

    BareDevices(ClientSettings settings) {
        this.settings = settings;
    }

    @Override
    public void connect() throws Exception {
        deltas = new LongAdder();
        devices = new ArrayList<>(settings.devices());
        Semaphore places = new Semaphore(MOST_AT_ONCE);
        List<CompletableFuture<?>> ready = new ArrayList<>(settings.devices());
        for (int i = 0; i < settings.devices(); i++) {
            if (!places.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No device became ready within " + LIMIT_SECONDS + " seconds");
            }
            BareDevice device = new BareDevice(settings.port(), i, deltas);
            devices.add(device);
            ready.add(device.begin().whenComplete((done, failure) -> places.release()));
        }
        allOf(ready);
        Await.atLeast(settings.devices(), this::deltas);
    }

    @Override
    public long deltas() {
        return deltas.sum();
    }

    @Override
    public void disconnect() throws Exception {
        List<BareDevice> ended = devices;
        devices = List.of();
        allOf(ended.stream().map(BareDevice::end).toList());
    }

    private static void allOf(List<? extends CompletableFuture<?>> futures) throws Exception {
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
