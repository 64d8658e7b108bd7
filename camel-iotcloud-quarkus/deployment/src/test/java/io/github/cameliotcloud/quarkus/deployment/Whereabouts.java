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
package io.github.cameliotcloud.quarkus.deployment;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Part of the application that {@link LiveReloadIT} changes while it runs. */
@ApplicationScoped
public class Whereabouts {

    @ConfigProperty(name = "iotcloud.devservices.api-url")
    String apiUrl;

    void answer(@Observes Router router) {
        router.get("/where").handler(request -> request.response().end("before the change: " + apiUrl));
    }
}
