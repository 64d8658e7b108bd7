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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.github.cameliotcloud.simulator.mqtt.ListenAddress;
import io.github.cameliotcloud.simulator.mqtt.TlsSettings;

/** The certificates of one simulator, made when they are needed first. Thread-safe. */
final class SimulatorCertificates {

    private static final List<String> USUAL_NAMES = List.of("localhost", "127.0.0.1", "::1");

    private final TlsConfig config;
    private final ListenAddress address;
    private CertificateAuthority authority;

    SimulatorCertificates(TlsConfig config, ListenAddress address) {
        this.config = config;
        this.address = address;
        this.authority = config.authority().orElse(null);
    }

    synchronized CertificateAuthority authority() {
        if (authority == null) {
            authority = CertificateAuthority.create();
        }
        return authority;
    }

    TlsSettings tlsSettings() {
        Optional<IssuedCertificate> chosen = config.serverCertificate();
        return new TlsSettings(chosen.orElseGet(this::serverCertificate), authority(), config.protocols());
    }

    private IssuedCertificate serverCertificate() {
        Set<String> names = new LinkedHashSet<>(USUAL_NAMES);
        names.add(address.reachable());
        return authority().issueServer(names.toArray(String[]::new));
    }
}
