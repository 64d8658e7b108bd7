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

import java.util.Map;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannel;
import io.github.cameliotcloud.simulator.mqtt.DeviceChannels;
import io.github.cameliotcloud.simulator.shadow.ShadowService;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Adds the page and its requests to an HTTP port; the package describes them. */
public final class Console {

    private static final int MAX_BODY_BYTES = 128 * 1024;
    private static final String DEVICE = "/console/devices/:product/:device";

    private final Vertx vertx;
    private final DeviceDirectory devices;
    private final DeviceChannels channels;
    private final CloudControls controls;
    private final EventStreams streams;
    private final DeviceViews views;
    private final DeviceActions actions;
    private final RequestGuard guard;

    /** @param host what the simulator was told to listen on */
    public Console(
            Vertx vertx,
            DeviceDirectory devices,
            DeviceChannels channels,
            ShadowService shadows,
            CloudControls controls,
            EventStreams streams,
            String host) {
        this.vertx = vertx;
        this.devices = devices;
        this.channels = channels;
        this.controls = controls;
        this.streams = streams;
        this.views = new DeviceViews(devices, channels, shadows, controls);
        this.actions = new DeviceActions(channels, controls);
        this.guard = new RequestGuard(host);
    }

    /** Adds all routes; those of the console alone end here, others pass. */
    public void mount(Router router) {
        router.get("/").handler(this::guardPage).failureHandler(Answers::fail);
        router.route("/console/*").handler(this::guardRequest).failureHandler(Answers::fail);
        router.route("/console/*")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES))
                .failureHandler(Answers::fail);
        mountFiles(router);
        mountViews(router);
        actions.puts()
                .forEach((name, action) -> router.put(DEVICE + "/" + name).handler(context -> run(context, action)));
        actions.posts()
                .forEach((name, action) -> router.post(DEVICE + "/" + name).handler(context -> run(context, action)));
        router.put("/console/network").handler(this::openNetwork);
        router.post("/console/forgetSessions").handler(context -> {
            channels.all().forEach(DeviceChannel::forgetSession);
            Answers.send(context, ConsoleJson.object());
        });
        router.route("/console/*").handler(context -> {
            throw new ConsoleException(404, "The console has nothing here.");
        });
    }

    private static void mountFiles(Router router) {
        Map.of(
                        "/", new StaticFile("index.html", "text/html; charset=utf-8"),
                        "/console/console.css", new StaticFile("console.css", "text/css; charset=utf-8"),
                        "/console/console.js", new StaticFile("console.js", "text/javascript; charset=utf-8"),
                        "/console/icon.svg", new StaticFile("icon.svg", "image/svg+xml"))
                .forEach((path, file) -> router.get(path).handler(file::send));
    }

    private void mountViews(Router router) {
        router.get("/console/devices")
                .handler(context -> Answers.send(context, views.list(StreamQuery.of(context.queryParams()))));
        router.get(DEVICE).handler(context -> {
            DeviceIdentity device = device(context);
            Answers.send(
                    context, views.details(device.product(), device.device()).orElseThrow());
        });
        router.get("/console/events")
                .handler(context ->
                        streams.open(vertx, context.response(), StreamQuery.of(context.queryParams()), views));
    }

    private void guardPage(RoutingContext context) {
        guard.addHeaders(context.response());
        guard.requireOwnHost(context.request());
        context.next();
    }

    private void guardRequest(RoutingContext context) {
        guard.addHeaders(context.response());
        guard.requireOwnHost(context.request());
        guard.requireOwnPage(context.request());
        guard.requireJson(context.request());
        context.next();
    }

    private void run(RoutingContext context, DeviceActions.Action action) {
        Answers.send(context, action.run(device(context), context.body().asString()));
    }

    private void openNetwork(RoutingContext context) {
        boolean open = Booleans.parse(context.body().asString());
        vertx.executeBlocking(() -> {
                    controls.openNetwork(open);
                    return ConsoleJson.object();
                })
                .onSuccess(done -> Answers.send(context, done))
                .onFailure(context::fail);
    }

    private DeviceIdentity device(RoutingContext context) {
        return devices.find(context.pathParam("product"), context.pathParam("device"))
                .map(Device::identity)
                .orElseThrow(() -> new ConsoleException(404, "The simulator has no such device."));
    }
}
