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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.secrets.Wiretap;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.CertificateRequest;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;
import io.github.cameliotcloud.testing.Vault;

/** Devices that get their secrets in all ways there are, and a cloud that knows them. */
abstract class SecretRoutes extends CamelTestSupport {

    static final String PRODUCT = "ABC1234567";
    static final List<String> DEVICES = List.of("raw", "plain", "resolved", "files", "parameter", "vault", "text");
    static final String KEY = "ab+c/efgAAECAwQFBgcICQ==";
    static final String PLAIN_KEY = "cHJpbnRhYmxlLWtleS00Mg==";
    static final String RESOLVED_KEY = "cmVzb2x2ZWQrL2tleS8rPT0/";
    static final String PARAMETER_KEY = "+/+/cGFyYW1ldGVyLWtleQ==";
    static final String VAULT_KEY = "dmF1bHQta2V5/////+++Pj4+";
    static final String WRONG_KEY = "d3Jvbmcta2V5LSstLysvKw==";
    static final String MISSPELT_KEY = "bWlzc3BlbHQta2V5LSsvKw==";
    static final String CUT_KEY = "Y3V0LWtleS1jdXQta2V5LQ";
    static final String BROKER_PASSWORD = "broker-passw0rd";
    static final CertificateAuthority CA = CertificateAuthority.create();
    static final IssuedCertificate FILES = CA.issueDevice(PRODUCT, "files");
    static final IssuedCertificate TEXT =
            CA.issue(CertificateRequest.device(PRODUCT, "text").withRsaKey());

    private final String transport;
    IotCloudSimulator cloud;
    Wiretap wiretap;

    @TempDir
    Path files;

    SecretRoutes(String transport) {
        this.transport = transport;
    }

    @Override
    protected boolean useJmx() {
        return true;
    }

    @BeforeEach
    void startCloud() throws Exception {
        cloud = IotCloudSimulator.builder()
                .tls()
                .certificateAuthority(CA)
                .device(PRODUCT, "raw", KEY)
                .device(PRODUCT, "plain", PLAIN_KEY)
                .device(PRODUCT, "resolved", RESOLVED_KEY)
                .device(PRODUCT, "parameter", PARAMETER_KEY)
                .device(PRODUCT, "vault", VAULT_KEY)
                .certificateDevice(PRODUCT, "files")
                .certificateDevice(PRODUCT, "text")
                .start();
        wiretap = new Wiretap(cloud.mqttPort());
        context.getRegistry().bind("resolver", (SecretResolver) identity -> RESOLVED_KEY);
        context.getPropertiesComponent().addPropertiesFunction(new Vault(VAULT_KEY));
        context.getPropertiesComponent().addInitialProperty("pem.key", TEXT.privateKeyPem());
        context.setVariable("global:broker", wiretap.brokerUrl());
    }

    @AfterEach
    void stopCloud() throws Exception {
        wiretap.close();
        cloud.close();
    }

    void consume(String... uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String uri : uris) {
                    from(uri).to("mock:result");
                }
            }
        });
    }

    void yaml(String channel, String device, String brokerUrl, Map<String, String> options) throws Exception {
        StringBuilder yaml = new StringBuilder("- from:\n    uri: iotcloud:" + channel + "\n    parameters:\n");
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(Map.of(
                "product",
                PRODUCT,
                "device",
                device,
                "brokerUrl",
                brokerUrl,
                "transport",
                transport,
                "reconnectDelay",
                "100"));
        all.forEach((name, value) -> yaml.append("      " + name + ": \"" + value + "\"\n"));
        yaml.append("    steps:\n      - to: mock:result\n");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(device + ".camel.yaml", yaml.toString()));
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dynamic")
                        .toD("iotcloud:event?product=" + PRODUCT + "&device=${header.device}&deviceSecret=RAW(" + KEY
                                + ")&brokerUrl=${variable.global:broker}&reconnectDelay=100&connectTimeout=5000&transport="
                                + transport);
            }
        };
    }

    IotCloudComponent component() {
        return context.getComponent("iotcloud", IotCloudComponent.class);
    }

    String ca() {
        return "caCertificate=" + file("ca.crt", CA.certificatePem());
    }

    String certificate(String device, IssuedCertificate issued) {
        return "deviceCertificate=" + file(device + ".crt", issued.certificatePem());
    }

    String file(String name, String content) {
        try {
            return "file:" + Files.writeString(files.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri(String channel, String device, String brokerUrl, String... options) {
        return "iotcloud:" + channel + "?product=" + PRODUCT + "&device=" + device + "&brokerUrl=" + brokerUrl
                + "&reconnectDelay=100&connectTimeout=5000&transport=" + transport
                + (options.length == 0 ? "" : "&" + String.join("&", options));
    }

    static String raw(String secret) {
        return "deviceSecret=RAW(" + secret + ")";
    }
}
