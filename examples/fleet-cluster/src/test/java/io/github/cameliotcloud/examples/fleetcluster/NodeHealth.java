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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a node says of itself over HTTP.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param serves channels and parts of the fleet, such as {@code control 3/8}
 */
record NodeHealth(String url, String status, SortedSet<String> serves) {

    private static final Pattern CONSUMER = Pattern.compile("consumer:iotcloud://(\\w+)\\?.*shard=(\\d+)%2F(\\d+).*");

    static NodeHealth of(NodeProcess node) throws IOException, InterruptedException {
        String url = "http://localhost:" + node.log().healthPort().orElseThrow() + "/observe/health";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        JsonNode health = new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
        SortedSet<String> serves = new TreeSet<>();
        for (JsonNode check : health.path("checks")) {
            Matcher consumer = CONSUMER.matcher(check.path("name").asText());
            if (consumer.matches()) {
                serves.add(consumer.group(1) + " " + consumer.group(2) + "/" + consumer.group(3));
            }
        }
        return new NodeHealth(url, health.path("status").asText(), serves);
    }

    @Override
    public String toString() {
        return url + " is " + status + ": " + String.join(", ", serves);
    }
}
