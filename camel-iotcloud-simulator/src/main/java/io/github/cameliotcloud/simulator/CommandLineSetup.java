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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.config.TestBed;
import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/**
 * What the options and their configuration file make of a simulator.
 *
 * @param options the options
 * @param file what the configuration file says, if there is one
 */
record CommandLineSetup(SimulatorOptions options, Optional<TestBedSettings> file) {

    private static final int USUAL_MQTT_PORT = 1883;
    private static final int USUAL_HTTP_PORT = 8080;
    private static final String DEMO_PRODUCT = "DEMO000001";

    /** @throws IllegalArgumentException with one sentence for the user */
    static CommandLineSetup of(SimulatorOptions options) {
        return new CommandLineSetup(options, options.config().map(TestBedSettings::read));
    }

    /** Also writes the certificates of devices, as their authority must be known before the start. */
    IotCloudSimulatorBuilder builder() {
        requireWayForCertificateDevices();
        IotCloudSimulatorBuilder builder =
                IotCloudSimulator.builder().mqttPort(USUAL_MQTT_PORT).httpPort(USUAL_HTTP_PORT);
        file.ifPresent(settings -> settings.applyTo(builder));
        applyPlaces(builder);
        applyDevices(builder);
        certificateFiles().ifPresent(files -> {
            CertificateAuthority authority = CertificateAuthority.create();
            files.write(authority, certificateDevices());
            builder.certificateAuthority(authority);
        });
        return builder;
    }

    private void applyPlaces(IotCloudSimulatorBuilder builder) {
        SimulatorOptions.Ports ports = options.ports();
        ports.mqtt().ifPresent(builder::mqttPort);
        ports.http().ifPresent(builder::httpPort);
        ports.tls().ifPresent(builder::tlsPort);
        ports.webSocket().ifPresent(builder::webSocketPort);
        ports.secureWebSocket().ifPresent(builder::secureWebSocketPort);
        options.host().ifPresent(builder::host);
        options.store().ifPresent(builder::store);
        options.accounts().forEach(account -> builder.account(account.id(), account.key()));
    }

    private void applyDevices(IotCloudSimulatorBuilder builder) {
        options.devices().forEach(device -> builder.device(device.product(), device.device(), device.secret()));
        options.certificateDevices().forEach(device -> builder.certificateDevice(device.product(), device.device()));
        boolean none = options.devices().isEmpty()
                && options.certificateDevices().isEmpty()
                && bed().products().isEmpty();
        if (none) {
            builder.device(DEMO_PRODUCT, "demo-1").device(DEMO_PRODUCT, "demo-2");
        }
    }

    Optional<CertificateFiles> certificateFiles() {
        return options.certificates().map(CertificateFiles::new);
    }

    private void requireWayForCertificateDevices() {
        TestBed.Ports more = bed().ports();
        boolean secure = options.ports().tls().isPresent()
                || options.ports().secureWebSocket().isPresent()
                || more.tls() != null
                || more.secureWebSocket() != null;
        if (!certificateDevices().isEmpty()
                && !(secure && options.certificates().isPresent())) {
            throw new IllegalArgumentException(
                    options.certificateDevices().isEmpty()
                            ? "The certificate devices of the configuration need --tls or --wss, and --certificates for"
                                    + " their files."
                            : "Option --certificate-device needs --tls or --wss, and --certificates for its files.");
        }
    }

    private List<DeviceIdentity> certificateDevices() {
        List<DeviceIdentity> all = new ArrayList<>(options.certificateDevices());
        bed().products().forEach((id, product) -> {
            if (product.authentication() == TestBed.Authentication.CERTIFICATE) {
                product.devices().keySet().forEach(name -> all.add(new DeviceIdentity(id, name)));
            }
        });
        return all;
    }

    private TestBed bed() {
        return file.map(TestBedSettings::bed).orElse(TestBed.EMPTY);
    }
}
