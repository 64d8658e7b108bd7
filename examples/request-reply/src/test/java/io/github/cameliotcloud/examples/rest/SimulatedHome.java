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

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** The simulator as the cloud, and the application connected to it. */
final class SimulatedHome implements AutoCloseable {

    static final String PRODUCT = "RESTAPI001";

    /** What application.properties lists. */
    static final List<String> DEVICES = List.of("thermostat-1", "thermostat-2");

    /** Is a device of the cloud, and the application could find its secret, but it is not listed. */
    static final String NOT_SERVED = "meter-9";

    private final IotCloudSimulator cloud;
    private final Main application;

    private SimulatedHome(IotCloudSimulator cloud, Main application) {
        this.cloud = cloud;
        this.application = application;
    }

    /** @param secretFile is written, for the application to read */
    static SimulatedHome start(Path secretFile, Map<String, String> properties) throws Exception {
        var builder = IotCloudSimulator.builder();
        DEVICES.forEach(device -> builder.device(PRODUCT, device));
        IotCloudSimulator cloud = builder.device(PRODUCT, NOT_SERVED).start();
        cloud.secrets().writeTo(secretFile);
        Main application = RequestReply.application();
        application.addOverrideProperty("camel.component.iotcloud.product", PRODUCT);
        application.addOverrideProperty("camel.component.iotcloud.broker-url", cloud.brokerUrl());
        application.addOverrideProperty("camel.server.port", "0");
        application.addOverrideProperty("rest.secrets", secretFile.toString());
        properties.forEach(application::addOverrideProperty);
        SimulatedHome home = new SimulatedHome(cloud, application);
        try {
            application.start();
        } catch (Exception e) {
            home.close();
            throw e;
        }
        return home;
    }

    IotCloudSimulator cloud() {
        return cloud;
    }

    /** @return where the application serves HTTP, on any free port */
    URI uri() {
        VertxPlatformHttpServer server = application.getCamelContext().hasService(VertxPlatformHttpServer.class);
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        application.stop();
        cloud.close();
    }
}
