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

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

import io.github.cameliotcloud.auth.DeviceCertificate;
import io.github.cameliotcloud.auth.PemCertificates;
import io.github.cameliotcloud.auth.PemPrivateKey;
import io.github.cameliotcloud.session.TlsParameters;
import io.github.cameliotcloud.session.TlsSource;

/**
 * TLS from PEM files, read anew each time so that a renewed certificate needs no restart. Each part may be not set.
 *
 * @param caCertificate        whom to trust; the JVM's CAs when not set
 * @param deviceCertificate    of a certificate device
 * @param devicePrivateKey     the key of that certificate
 * @param hostnameVerification whether the cloud's certificate must name the host
 * @param camelContext         finds resources
 * @param clock                tells whether the device certificate is valid
 */
record PemTls(
        PemSource caCertificate,
        PemSource deviceCertificate,
        PemSource devicePrivateKey,
        boolean hostnameVerification,
        CamelContext camelContext,
        InstantSource clock)
        implements TlsSource {

    // a key store in memory wants one, and nobody else ever sees it
    private static final String PASSWORD = "in-memory";

    @Override
    public TlsParameters next() {
        SSLContextParameters parameters = new SSLContextParameters();
        if (caCertificate.isSet()) {
            parameters.setTrustManagers(trust(certificates(caCertificate)));
        }
        if (deviceCertificate.isSet()) {
            DeviceCertificate certificate = readDeviceCertificate();
            certificate.requireValid(clock.instant());
            parameters.setKeyManagers(identity(certificate));
        }
        return TlsContexts.create(parameters, hostnameVerification, camelContext);
    }

    /** @throws io.github.cameliotcloud.error.InvalidOptionException when a file cannot be used, now or ever */
    void check() {
        if (caCertificate.isSet()) {
            certificates(caCertificate);
        }
        if (deviceCertificate.isSet()) {
            readDeviceCertificate();
        }
    }

    private DeviceCertificate readDeviceCertificate() {
        return new DeviceCertificate(
                certificates(deviceCertificate),
                PemPrivateKey.parse(devicePrivateKey.option(), devicePrivateKey.read()));
    }

    private static List<X509Certificate> certificates(PemSource source) {
        return PemCertificates.parse(source.option(), source.read());
    }

    private static TrustManagersParameters trust(List<X509Certificate> authorities) {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(keyStore(store -> {
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry("ca-" + store.size(), authority);
            }
        }));
        return trust;
    }

    private static KeyManagersParameters identity(DeviceCertificate certificate) {
        KeyManagersParameters identity = new KeyManagersParameters();
        identity.setKeyPassword(PASSWORD);
        identity.setKeyStore(keyStore(store -> store.setKeyEntry(
                "device",
                certificate.key(),
                PASSWORD.toCharArray(),
                certificate.chain().toArray(X509Certificate[]::new))));
        return identity;
    }

    private static KeyStoreParameters keyStore(Content content) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            content.putInto(store);
            KeyStoreParameters parameters = new KeyStoreParameters();
            parameters.setKeyStore(store);
            return parameters;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM cannot hold certificates in memory", e);
        }
    }

    private interface Content {
        void putInto(KeyStore store) throws GeneralSecurityException;
    }
}
