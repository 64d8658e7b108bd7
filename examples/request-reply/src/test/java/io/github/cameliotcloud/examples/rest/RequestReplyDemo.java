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
package io.github.cameliotcloud.examples.rest;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static io.github.cameliotcloud.examples.rest.SimulatedHome.DEVICES;
import static io.github.cameliotcloud.examples.rest.SimulatedHome.NOT_SERVED;
import static io.github.cameliotcloud.examples.rest.SimulatedHome.PRODUCT;

import io.github.cameliotcloud.error.Explanation;

/** Makes requests of each kind, with a simulated cloud that also misbehaves, and prints the answers. */
public final class RequestReplyDemo {

    private final Path directory;
    private final List<Integer> statuses = new ArrayList<>();

    RequestReplyDemo(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] args) {
        if (args.length > 0) {
            System.err.println("request-reply: the demonstration takes no arguments, leave out " + args[0]);
            System.exit(2);
        }
        try {
            System.out.println(new RequestReplyDemo(Path.of("examples/request-reply/target/demo")).run());
        } catch (Exception e) {
            System.err.println("request-reply: " + Explanation.of(e).orElse(e.toString()));
            System.exit(1);
        }
    }

    /** @return the last line to print */
    String run() throws Exception {
        Map<String, String> properties = Map.of("camel.component.iotcloud.request-timeout", "2s");
        try (SimulatedHome home = SimulatedHome.start(directory.resolve("secrets.properties"), properties)) {
            System.out.println("request-reply: the cloud is a simulator at "
                    + home.cloud().brokerUrl() + ", the application serves " + home.uri());
            RestClient client = new RestClient(home.uri());
            whatWorks(client);
            whatTheClientDoesWrong(client);
            home.cloud().faults().swallowShadowReplies(PRODUCT, DEVICES.get(0), true);
            get(client, DEVICES.get(0), "   (the cloud does not answer)");
            home.cloud().faults().goAway();
            get(client, DEVICES.get(0), "   (the cloud is gone)");
            return summary();
        }
    }

    private void whatWorks(RestClient client) throws IOException, InterruptedException {
        get(client, DEVICES.get(0), "");
        put(client, DEVICES.get(0), "{\"temperature\":21}", null);
        put(client, DEVICES.get(0), "{\"temperature\":22}", "\"1\"");
        put(client, DEVICES.get(1), "{\"humidity\":40}", null);
        get(client, DEVICES.get(0), "");
    }

    private void whatTheClientDoesWrong(RestClient client) throws IOException, InterruptedException {
        put(client, DEVICES.get(0), "{\"temperature\":23}", "\"1\"");
        put(client, DEVICES.get(0), "warmer", null);
        put(client, DEVICES.get(0), "{\"temperature\":23}", "latest");
        get(client, NOT_SERVED, "");
    }

    private void get(RestClient client, String device, String remark) throws IOException, InterruptedException {
        show("GET /devices/" + device + "/shadow" + remark, client.get(device));
    }

    private void put(RestClient client, String device, String body, String ifMatch)
            throws IOException, InterruptedException {
        String shown = "PUT /devices/" + device + "/shadow/reported  " + body;
        if (ifMatch == null) {
            show(shown, client.put(device, body));
        } else {
            show(shown + "  If-Match: " + ifMatch, client.put(device, body, ifMatch));
        }
    }

    private void show(String request, HttpResponse<String> answer) {
        statuses.add(answer.statusCode());
        System.out.println("  " + request + "\n    ->  " + answer.statusCode() + "  " + answer.body());
    }

    private String summary() {
        Map<Integer, Long> counts =
                statuses.stream().collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()));
        return "request-reply: " + statuses.size() + " requests answered, "
                + counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " with " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
