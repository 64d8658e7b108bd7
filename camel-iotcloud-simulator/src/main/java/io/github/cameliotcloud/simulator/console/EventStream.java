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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

import io.vertx.core.http.HttpServerResponse;

/**
 * The server-sent events of one browser. What changes is compared and sent at each beat, so nothing in the simulator waits
 * for a browser: one that does not read is sent nothing, and its packets are dropped when {@value #MAX_PACKETS} wait.
 * Only {@link #queue} may be used on other threads.
 */
final class EventStream {

    static final int MAX_PACKETS = 500;
    private static final int BEATS_PER_LIST = 2;
    private static final int BEATS_PER_HEARTBEAT = 60;

    private final HttpServerResponse response;
    private final StreamQuery query;
    private final DeviceViews views;
    private final PacketQueue queue = new PacketQueue(MAX_PACKETS);
    private JsonNode lastList;
    private JsonNode lastDevice;
    private long beats;
    private long lastId;

    EventStream(HttpServerResponse response, StreamQuery query, DeviceViews views) {
        this.response = response;
        this.query = query;
        this.views = views;
    }

    StreamQuery query() {
        return query;
    }

    PacketQueue queue() {
        return queue;
    }

    void begin() {
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .write("retry: 1000\n\n");
        beat();
    }

    void beat() {
        if (response.writeQueueFull()) {
            return;
        }
        StringBuilder events = new StringBuilder();
        if (beats % BEATS_PER_LIST == 0) {
            JsonNode list = views.list(query);
            if (!list.equals(lastList)) {
                append(events, "devices", list);
                lastList = list;
            }
        }
        JsonNode device = views.details(query.product(), query.device())
                .<JsonNode>map(details -> details)
                .orElse(NullNode.getInstance());
        if (!device.equals(lastDevice)) {
            append(events, "device", device);
            lastDevice = device;
        }
        appendPackets(events);
        beats++;
        if (events.length() > 0) {
            response.write(events.toString());
        } else if (beats % BEATS_PER_HEARTBEAT == 0) {
            response.write(": still here\n\n");
        }
    }

    private void appendPackets(StringBuilder events) {
        PacketQueue.Batch batch = queue.drain();
        batch.lines().forEach(line -> append(events, "packet", line));
        if (batch.lost() > 0) {
            append(events, "lost", ConsoleJson.object().put("packets", batch.lost()));
        }
    }

    private void append(StringBuilder events, String name, JsonNode data) {
        events.append("id: ")
                .append(++lastId)
                .append("\nevent: ")
                .append(name)
                .append("\ndata: ")
                .append(ConsoleJson.text(data))
                .append("\n\n");
    }
}
