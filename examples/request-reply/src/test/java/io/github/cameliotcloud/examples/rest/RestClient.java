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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to the application as any HTTP client would. */
final class RestClient {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI application;

    RestClient(URI application) {
        this.application = application;
    }

    HttpResponse<String> get(String device) throws IOException, InterruptedException {
        return send(request("/devices/" + device + "/shadow").GET());
    }

    HttpResponse<String> put(String device, String body) throws IOException, InterruptedException {
        return send(putRequest(device, body));
    }

    HttpResponse<String> put(String device, String body, String ifMatch) throws IOException, InterruptedException {
        return send(putRequest(device, body).header("If-Match", ifMatch));
    }

    HttpRequest.Builder putRequest(String device, String body) {
        return request("/devices/" + device + "/shadow/reported").PUT(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(application.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
