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

import java.nio.file.Path;
import java.util.function.IntConsumer;

import io.github.cameliotcloud.simulator.config.ConfigException;
import io.github.cameliotcloud.simulator.config.SettingsOverlay;
import io.github.cameliotcloud.simulator.config.TestBed;
import io.github.cameliotcloud.simulator.config.TestBedReader;
import io.github.cameliotcloud.simulator.limits.Limits;
import io.github.cameliotcloud.simulator.shadow.ShadowRules;

/** Tells the builder what is in a configuration file. */
final class TestBedSettings {

    private final Path file;
    private final TestBed bed;

    private TestBedSettings(Path file, TestBed bed) {
        this.file = file;
        this.bed = bed;
    }

    /** @throws ConfigException when the file cannot be used */
    static TestBedSettings read(Path file) {
        return new TestBedSettings(file, TestBedReader.read(file));
    }

    TestBed bed() {
        return bed;
    }

    void applyTo(IotCloudSimulatorBuilder builder) {
        if (bed.host() != null) {
            builder.host(bed.host());
        }
        applyPorts(builder, bed.ports());
        if (bed.store() != null) {
            at("store", () -> builder.store(file.toAbsolutePath().resolveSibling(bed.store())));
        }
        applySettings(builder);
        bed.products().forEach((id, product) -> applyProduct(builder, id, product));
    }

    private void applySettings(IotCloudSimulatorBuilder builder) {
        if (bed.limits() != null) {
            builder.limits(SettingsOverlay.apply(file, "limits", bed.limits(), "relaxed", Limits::named));
        }
        if (bed.shadowRules() != null) {
            builder.shadowRules(
                    SettingsOverlay.apply(file, "shadowRules", bed.shadowRules(), "default", ShadowRules::named));
        }
        for (int i = 0; i < bed.accounts().size(); i++) {
            TestBed.Account account = bed.accounts().get(i);
            at("accounts[" + i + "]", () -> builder.account(account.secretId(), account.secretKey()));
        }
    }

    private void applyPorts(IotCloudSimulatorBuilder builder, TestBed.Ports ports) {
        port("mqtt", ports.mqtt(), builder::mqttPort);
        port("http", ports.http(), builder::httpPort);
        port("tls", ports.tls(), builder::tlsPort);
        port("webSocket", ports.webSocket(), builder::webSocketPort);
        port("secureWebSocket", ports.secureWebSocket(), builder::secureWebSocketPort);
    }

    private void port(String name, Integer port, IntConsumer target) {
        if (port != null) {
            at("ports." + name, () -> target.accept(port));
        }
    }

    private void applyProduct(IotCloudSimulatorBuilder builder, String id, TestBed.Product product) {
        String path = "products." + id;
        if (product.authentication() == TestBed.Authentication.KEY) {
            at(path, () -> builder.product(id));
        }
        for (int i = 0; i < product.topics().size(); i++) {
            TestBed.Topic topic = product.topics().get(i);
            at(path + ".topics[" + i + "]", () -> builder.customTopic(id, topic.suffix(), permission(topic)));
        }
        product.devices()
                .forEach((name, device) -> at(
                        path + ".devices." + name,
                        () -> applyDevice(builder, id, name, product.authentication(), device)));
    }

    private static TopicPermission permission(TestBed.Topic topic) {
        if (topic.permission() == null) {
            throw new IllegalArgumentException("A topic has a permission: publish, subscribe or publish_and_subscribe");
        }
        return TopicPermission.valueOf(topic.permission().name());
    }

    private static void applyDevice(
            IotCloudSimulatorBuilder builder,
            String product,
            String name,
            TestBed.Authentication authentication,
            TestBed.Device device) {
        boolean certificate = authentication == TestBed.Authentication.CERTIFICATE;
        if (certificate && device.chosenSecret().isPresent()) {
            throw new IllegalArgumentException(
                    "A device has no secret when its product's authentication is certificate");
        }
        if (certificate) {
            builder.certificateDevice(product, name);
        } else if (device.chosenSecret().isPresent()) {
            builder.device(product, name, device.secret());
        } else {
            builder.device(product, name);
        }
        if (Boolean.FALSE.equals(device.enabled())) {
            builder.disabled(product, name);
        }
    }

    private void at(String path, Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            throw new ConfigException("The configuration " + file + ": " + path + ": " + e.getMessage() + ".");
        }
    }
}
