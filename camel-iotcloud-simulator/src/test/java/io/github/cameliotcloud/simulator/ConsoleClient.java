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
package io.github.cameliotcloud.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Talks to the console as its page does. */
final class ConsoleClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    ConsoleClient(IotCloudSimulator simulator) {
        this.url = simulator.apiUrl();
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param json the body, missing when it is no JSON
     * @param http all of it
     */
    record Answer(int status, JsonNode json, HttpResponse<String> http) {}

    Answer get(String path) {
        return send(request(path).build());
    }

    Answer put(String path, String body) {
        return change("PUT", path, body);
    }

    Answer post(String path, String body) {
        return change("POST", path, body);
    }

    private Answer change(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Opens the stream of events with this query. */
    Events events(String query) {
        return new Events(
                http.sendAsync(request("/console/events?" + query).build(), HttpResponse.BodyHandlers.ofLines()));
    }

    /** The server-sent events that have come so far. */
    static final class Events implements AutoCloseable {

        private record Event(String name, JsonNode data) {}

        private final CompletableFuture<HttpResponse<Stream<String>>> response;
        private final Queue<Event> events = new ConcurrentLinkedQueue<>();
        private final Thread reader;
        private String name;

        private Events(CompletableFuture<HttpResponse<Stream<String>>> response) {
            this.response = response;
            this.reader = new Thread(this::read, "console-events");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try {
                response.join().body().forEach(this::line);
            } catch (RuntimeException e) {
                // the stream has ended
            }
        }

        private void line(String line) {
            if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                events.add(new Event(name, json(line.substring("data: ".length()))));
            }
        }

        int status() {
            return response.join().statusCode();
        }

        List<JsonNode> of(String wanted) {
            return events.stream()
                    .filter(event -> event.name().equals(wanted))
                    .map(Event::data)
                    .toList();
        }

        /** The newest event of this name; missing before the first. */
        JsonNode last(String wanted) {
            List<JsonNode> all = of(wanted);
            return all.isEmpty() ? JSON.missingNode() : all.get(all.size() - 1);
        }

        @Override
        public void close() {
            response.thenAccept(open -> open.body().close());
        }
    }
}
