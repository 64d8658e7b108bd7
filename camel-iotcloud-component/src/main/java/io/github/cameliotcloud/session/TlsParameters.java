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
package io.github.cameliotcloud.session;

import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * What one TLS connection is made with. Context and managers say the same: an MQTT library takes the one or the other.
 *
 * @param context              makes the sockets; initialised with the managers
 * @param keyManagers          present the device certificate; empty when there is none
 * @param trustManagers        judge the certificate of the cloud; empty for those of the JVM
 * @param protocols            TLS versions to offer, such as {@code TLSv1.3}
 * @param cipherSuites         cipher suites to offer
 * @param hostnameVerification whether the certificate of the cloud must name the host that was connected to
 */
public record TlsParameters(
        SSLContext context,
        List<KeyManager> keyManagers,
        List<TrustManager> trustManagers,
        List<String> protocols,
        List<String> cipherSuites,
        boolean hostnameVerification) {

    /** @return a text without anything of the keys */
    @Override
    public String toString() {
        return "TlsParameters[protocols=" + protocols + ", hostnameVerification=" + hostnameVerification + "]";
    }
}
