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
package io.github.cameliotcloud.examples.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.main.Main;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** The simulator as the cloud, and the application connected to it. */
final class SimulatedSite implements AutoCloseable {

    static final String PRODUCT = "FILES00001";
    static final List<String> DEVICES = List.of("gateway-1", "gateway-2");

    private final IotCloudSimulator cloud;
    private final Main application;

    private SimulatedSite(IotCloudSimulator cloud, Main application) {
        this.cloud = cloud;
        this.application = application;
    }

    /**
     * @param data       where the application puts its files
     * @param secretFile is written, for the application to read
     */
    static SimulatedSite start(Path data, Path secretFile, Map<String, String> properties) throws Exception {
        var builder = IotCloudSimulator.builder();
        DEVICES.forEach(device -> builder.device(PRODUCT, device));
        IotCloudSimulator cloud = builder.start();
        cloud.secrets().writeTo(secretFile);
        Main application = EventsToFiles.application();
        application.addOverrideProperty("camel.component.iotcloud.product", PRODUCT);
        application.addOverrideProperty("camel.component.iotcloud.broker-url", cloud.brokerUrl());
        application.addOverrideProperty("files.directory", data.toString());
        application.addOverrideProperty("files.secrets", secretFile.toString());
        properties.forEach(application::addOverrideProperty);
        SimulatedSite site = new SimulatedSite(cloud, application);
        try {
            application.start();
        } catch (Exception e) {
            site.close();
            throw e;
        }
        return site;
    }

    IotCloudSimulator cloud() {
        return cloud;
    }

    @Override
    public void close() {
        application.stop();
        cloud.close();
    }
}
