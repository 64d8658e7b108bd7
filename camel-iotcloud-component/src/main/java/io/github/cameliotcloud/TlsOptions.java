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
package io.github.cameliotcloud;

import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.BrokerProtocol;
import io.github.cameliotcloud.session.TlsSource;

/** What the options of an endpoint say about TLS and device certificates (protocol.md sections 1.2, 1.3, 2.1). */
final class TlsOptions {

    private static final String SSL_CONTEXT_PARAMETERS = "sslContextParameters";

    private final IotCloudConfiguration options;
    private final SSLContextParameters global;
    private final CamelContext camelContext;
    private final PemSource caCertificate;
    private final PemSource deviceCertificate;
    private final PemSource devicePrivateKey;

    /** @param global the parameters of the Camel context, null when they are not to be used */
    TlsOptions(IotCloudConfiguration options, SSLContextParameters global, CamelContext camelContext) {
        this.options = options;
        this.global = global;
        this.camelContext = camelContext;
        this.caCertificate = new PemSource(camelContext, "caCertificate", options.getCaCertificate());
        this.deviceCertificate = new PemSource(camelContext, "deviceCertificate", options.getDeviceCertificate());
        this.devicePrivateKey = new PemSource(camelContext, "devicePrivateKey", options.getDevicePrivateKey());
    }

    /** @throws InvalidOptionException for the first thing that cannot work */
    void check() {
        Optional<String> pem = pemOption();
        if (pem.isPresent() && options.getSslContextParameters() != null) {
            throw InvalidOptionException.secret(
                    pem.get(), "is set beside sslContextParameters: put it there, or leave sslContextParameters out");
        }
        requireBoth(deviceCertificate, devicePrivateKey);
        requireBoth(devicePrivateKey, deviceCertificate);
        if (deviceCertificate.isSet() && options.getDeviceSecret() != null) {
            throw InvalidOptionException.secret(
                    "deviceCertificate",
                    "is set beside deviceSecret: a device has the one or the other, leave one of them out");
        }
        Optional<String> demand = options.getSslContextParameters() != null ? Optional.of(SSL_CONTEXT_PARAMETERS) : pem;
        boolean tls = protocol().isTls();
        if (demand.isPresent() && !tls) {
            throw new InvalidOptionException(
                    "brokerUrl",
                    options.getBrokerUrl(),
                    "connects without TLS, but " + demand.get() + " is set: use ssl://host:8883 or wss://host:443, or"
                            + " leave " + demand.get() + " out");
        }
        pem(InstantSource.system()).check();
    }

    /** @return the broker of the options, or of the product in its region */
    BrokerAddress broker(String product) {
        return options.getBrokerUrl() == null
                ? options.getRegion().broker(product, protocol())
                : BrokerAddress.parse(options.getBrokerUrl());
    }

    /** @return the broker's protocol; that of a region has TLS when anything asks for TLS */
    private BrokerProtocol protocol() {
        if (options.getBrokerUrl() != null) {
            return BrokerAddress.parse(options.getBrokerUrl()).protocol();
        }
        boolean tls = sslContextParameters() != null || pemOption().isPresent();
        return tls ? BrokerProtocol.SSL : BrokerProtocol.TCP;
    }

    /** @return whether the device proves itself by a certificate and not by a signature */
    boolean isCertificateDevice() {
        if (options.getDeviceSecret() != null || deviceCertificate.isSet()) {
            return deviceCertificate.isSet();
        }
        // the parameters of the whole Camel context may have the key of something else
        boolean own = options.getSslContextParameters() != null || options.getSecretResolver() == null;
        return own && sslContextParameters() != null && sslContextParameters().getKeyManagers() != null;
    }

    /** @return how to secure the connection, null when the broker takes no TLS */
    TlsSource source(TlsContexts contexts, InstantSource clock) {
        if (!protocol().isTls()) {
            return null;
        }
        return sslContextParameters() == null || pemOption().isPresent()
                ? pem(clock)
                : new SharedTls(sslContextParameters(), options.isHostnameVerification(), contexts);
    }

    private SSLContextParameters sslContextParameters() {
        return options.getSslContextParameters() == null ? global : options.getSslContextParameters();
    }

    private PemTls pem(InstantSource clock) {
        return new PemTls(
                caCertificate,
                deviceCertificate,
                devicePrivateKey,
                options.isHostnameVerification(),
                camelContext,
                clock);
    }

    private Optional<String> pemOption() {
        return Stream.of(caCertificate, deviceCertificate, devicePrivateKey)
                .filter(PemSource::isSet)
                .map(PemSource::option)
                .findFirst();
    }

    private static void requireBoth(PemSource one, PemSource other) {
        if (one.isSet() && !other.isSet()) {
            throw InvalidOptionException.secret(
                    other.option(), "is not set, but " + one.option() + " is: set both, or neither");
        }
    }
}
