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
package io.github.cameliotcloud.simulator.console;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.mqtt.Packet;
import io.github.cameliotcloud.simulator.mqtt.PacketListener;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;

/** The browsers that look on now, and the packets for them. Thread-safe. */
public final class EventStreams implements PacketListener {

    static final int MAX_STREAMS = 20;
    private static final long BEAT_MS = 250;

    private final DeviceDirectory devices;
    private final Clock clock;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();

    public EventStreams(DeviceDirectory devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** @throws ConsoleException when too many are open */
    void open(Vertx vertx, HttpServerResponse response, StreamQuery query, DeviceViews views) {
        EventStream stream = new EventStream(response, query, views);
        add(stream);
        long timer = vertx.setPeriodic(BEAT_MS, beat -> stream.beat());
        response.exceptionHandler(e -> response.reset());
        response.closeHandler(v -> {
            vertx.cancelTimer(timer);
            streams.remove(stream);
        });
        stream.begin();
    }

    private synchronized void add(EventStream stream) {
        if (streams.size() >= MAX_STREAMS) {
            throw new ConsoleException(
                    503, "The console serves " + MAX_STREAMS + " pages at once; close one of the others.");
        }
        streams.add(stream);
    }

    // nothing may be allocated while nobody looks: that is why there is no stream, and no iterator for an empty list
    @Override
    public boolean wants(String clientId) {
        if (streams.isEmpty()) {
            return false;
        }
        for (EventStream stream : streams) {
            if (stream.query().wantsPacketsOf(clientId)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void packet(Packet packet) {
        for (EventStream stream : streams) {
            if (stream.query().wantsPacketsOf(packet.clientId())) {
                stream.queue().offer(() -> PacketLine.of(packet, name(packet), clock.instant()));
            }
        }
    }

    private String name(Packet packet) {
        return devices.byClientId(packet.clientId()).map(Device::toString).orElse(packet.clientId());
    }
}
