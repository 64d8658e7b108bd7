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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;

import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.AliasedX509ExtendedKeyManager;
import org.apache.camel.support.jsse.BaseSSLContextParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.session.TlsParameters;

/** Makes TLS parameters of Camel's, and keeps those of beans, since reading a key store is slow on purpose. */
final class TlsContexts {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);
    private static final List<String> SAFE_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final CamelContext camelContext;
    private final Map<SSLContextParameters, TlsParameters> verifying = new ConcurrentHashMap<>();
    private final Map<SSLContextParameters, TlsParameters> trusting = new ConcurrentHashMap<>();

    TlsContexts(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    TlsParameters of(SSLContextParameters parameters, boolean hostnameVerification) {
        return (hostnameVerification ? verifying : trusting)
                .computeIfAbsent(parameters, bean -> create(bean, hostnameVerification, camelContext));
    }

    /** @throws InvalidOptionException when the parameters cannot be used */
    static TlsParameters create(
            SSLContextParameters parameters, boolean hostnameVerification, CamelContext camelContext) {
        try {
            SSLContext context = parameters.createSSLContext(camelContext);
            SSLEngine engine = context.createSSLEngine();
            return new TlsParameters(
                    context,
                    keyManagers(parameters),
                    trustManagers(parameters.getTrustManagers()),
                    protocols(parameters, List.of(engine.getEnabledProtocols())),
                    List.of(engine.getEnabledCipherSuites()),
                    hostnameVerification);
        } catch (GeneralSecurityException | IOException e) {
            throw new InvalidOptionException(
                    "sslContextParameters",
                    "(bean)",
                    "cannot be used (" + e.getMessage() + "): correct its key store, trust store, passwords and names");
        }
    }

    private static List<KeyManager> keyManagers(SSLContextParameters parameters)
            throws GeneralSecurityException, IOException {
        KeyManagersParameters keys = parameters.getKeyManagers();
        KeyManager[] managers = keys == null ? null : keys.createKeyManagers();
        if (managers == null) {
            return List.of();
        }
        String alias = parameters.getCertAlias();
        return Arrays.stream(managers)
                .map(manager -> alias != null && manager instanceof X509KeyManager x509
                        ? new AliasedX509ExtendedKeyManager(alias, x509)
                        : manager)
                .toList();
    }

    private static List<TrustManager> trustManagers(TrustManagersParameters trust)
            throws GeneralSecurityException, IOException {
        TrustManager[] managers = trust == null ? null : trust.createTrustManagers();
        return managers == null ? List.of() : List.of(managers);
    }

    /** What the JVM enables by itself may be more than is safe; what the user asks for counts. */
    private static List<String> protocols(SSLContextParameters parameters, List<String> enabled) {
        if (!asksForProtocols(parameters) && !asksForProtocols(parameters.getClientParameters())) {
            return enabled.stream().filter(SAFE_PROTOCOLS::contains).toList();
        }
        List<String> unsafe = enabled.stream()
                .filter(protocol -> !SAFE_PROTOCOLS.contains(protocol))
                .toList();
        if (!unsafe.isEmpty()) {
            LOG.warn(
                    "sslContextParameters asks for {}, which is not safe any more: ask for TLSv1.2 or TLSv1.3", unsafe);
        }
        return enabled;
    }

    private static boolean asksForProtocols(BaseSSLContextParameters parameters) {
        return parameters != null
                && (parameters.getSecureSocketProtocols() != null
                        || parameters.getSecureSocketProtocolsFilter() != null);
    }
}
