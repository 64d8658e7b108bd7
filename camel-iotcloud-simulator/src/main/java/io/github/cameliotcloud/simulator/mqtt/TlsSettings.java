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
package io.github.cameliotcloud.simulator.mqtt;

import java.util.Set;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;

/**
 * How ports speak TLS: they ask for a client certificate, but do not need one (protocol.md 1.2).
 *
 * @param server what the port shows
 * @param clientAuthority who signs the certificates of devices
 * @param protocols such as {@code TLSv1.2}
 */
public record TlsSettings(IssuedCertificate server, CertificateAuthority clientAuthority, Set<String> protocols) {

    void applyTo(NetServerOptions options) {
        options.setSsl(true)
                .setClientAuth(ClientAuth.REQUEST)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(server.certificatePem()))
                        .addKeyValue(Buffer.buffer(server.privateKeyPem())))
                .setTrustOptions(TrustOptions.wrap(new DeviceTrustManager(clientAuthority.certificate())))
                .setEnabledSecureTransportProtocols(protocols);
    }
}
