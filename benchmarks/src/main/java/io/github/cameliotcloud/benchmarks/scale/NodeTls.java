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
package io.github.cameliotcloud.benchmarks.scale;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

import io.github.cameliotcloud.IotCloudConfiguration;

/** How a node trusts the region. */
enum NodeTls {
    /** Connects without TLS. */
    NONE {
        @Override
        void apply(Path rootCertificate, IotCloudConfiguration options) {
            // nothing to trust
        }
    },
    /** With a PEM file, which is read for each connection attempt. */
    PEM {
        @Override
        void apply(Path rootCertificate, IotCloudConfiguration options) {
            options.setCaCertificate("file:" + rootCertificate);
        }
    },
    /** With Camel's TLS configuration, which is read once. */
    SHARED {
        @Override
        void apply(Path rootCertificate, IotCloudConfiguration options) throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            try (InputStream pem = Files.newInputStream(rootCertificate)) {
                store.setCertificateEntry(
                        "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            }
            KeyStoreParameters keyStore = new KeyStoreParameters();
            keyStore.setKeyStore(store);
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setKeyStore(keyStore);
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(trust);
            options.setSslContextParameters(parameters);
        }
    };

    abstract void apply(Path rootCertificate, IotCloudConfiguration options)
            throws GeneralSecurityException, IOException;
}
