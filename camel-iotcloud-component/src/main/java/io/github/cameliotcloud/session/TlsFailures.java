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

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Reads why TLS failed from what the JVM's TLS throws, whichever MQTT library has wrapped it. */
final class TlsFailures {

    private static final int LONGEST_CHAIN = 20;
    private static final List<String> HOST_MISMATCH = List.of("No subject alternative", "No name matching");
    private static final String ALERT = "Received fatal alert: ";

    private TlsFailures() {}

    /**
     * @param broker  the address that was connected to
     * @param failure what the attempt ended with
     * @return what was not accepted and what to change; null when this was no matter of TLS
     */
    static String explain(BrokerAddress broker, Throwable failure) {
        if (!broker.protocol().isTls()) {
            return null;
        }
        List<Throwable> chain = Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .toList();
        for (Throwable link : chain) {
            if (link instanceof CertificateExpiredException) {
                return "the certificate of " + broker + " has expired (" + link.getMessage()
                        + "); renew it there, or correct the clock of this machine";
            }
            if (link instanceof CertificateNotYetValidException) {
                return "the certificate of " + broker + " is not valid yet (" + link.getMessage()
                        + "); correct the clock of this machine";
            }
            if (link instanceof CertificateException && startsWithAny(link.getMessage(), HOST_MISMATCH)) {
                return "the certificate of " + broker + " is for another host (" + link.getMessage()
                        + "); connect to a name that is in the certificate";
            }
        }
        for (Throwable link : chain) {
            if (link instanceof CertPathBuilderException || link instanceof CertPathValidatorException) {
                return "the certificate of " + broker
                        + " is not signed by a CA that is trusted here; set caCertificate, or the trust managers of"
                        + " sslContextParameters, to the CA of the cloud";
            }
            if (link instanceof SSLException && link.getMessage() != null) {
                String reason = handshake(broker, link.getMessage());
                if (reason != null) {
                    return reason;
                }
            }
        }
        return null;
    }

    private static String handshake(BrokerAddress broker, String message) {
        if (message.contains(ALERT)) {
            return alert(broker, message.substring(message.indexOf(ALERT) + ALERT.length()));
        }
        if (message.contains("Unrecognized SSL message")
                || message.contains("unrecognized SSL message")
                || message.contains("not an SSL/TLS record")) {
            return broker + " does not speak TLS on this port; with TLS the cloud listens on 8883, on 1883 without";
        }
        if (message.contains("No appropriate protocol")) {
            return "this JVM offers none of the TLS versions asked for to " + broker
                    + "; it switches old ones off by jdk.tls.disabledAlgorithms, so ask for TLSv1.2 or TLSv1.3 in"
                    + " sslContextParameters";
        }
        return null;
    }

    private static String alert(BrokerAddress broker, String alert) {
        return switch (alert) {
            case "protocol_version" ->
                broker + " speaks none of the TLS versions offered (" + alert
                        + "); set the secureSocketProtocols of sslContextParameters to one that it speaks";
            case "certificate_required" ->
                broker + " demands a device certificate (" + alert
                        + "); set deviceCertificate and devicePrivateKey, or the key managers of sslContextParameters";
            default ->
                broker + " refused the TLS handshake (" + alert
                        + "); check that the device certificate belongs to this product and device, is valid and signed by"
                        + " the CA that the cloud knows";
        };
    }

    private static boolean startsWithAny(String message, List<String> beginnings) {
        return message != null && beginnings.stream().anyMatch(message::startsWith);
    }
}
