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

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.cameliotcloud.secrets.Evidence;
import io.github.cameliotcloud.secrets.LoggedTrace;
import io.github.cameliotcloud.secrets.ManagedBeans;
import io.github.cameliotcloud.secrets.Secret;
import io.github.cameliotcloud.testing.Vault;

/** A day in the life of a context, with everything taken down that it shows; run with each transport. */
abstract class SecretsStayHidden extends SecretRoutes {

    private static final Secret KEY_SECRET = Secret.base64("key", KEY);
    private static final List<Secret> OUTSIDE_OF_URIS =
            List.of(Secret.base64("resolved key", RESOLVED_KEY), Secret.pem("PEM of a file", FILES.privateKeyPem()));
    private static final List<Secret> IN_URIS = List.of(
            KEY_SECRET,
            Secret.base64("plain key", PLAIN_KEY),
            Secret.base64("parameter key", PARAMETER_KEY),
            Secret.base64("vault key", VAULT_KEY),
            Secret.base64("wrong key", WRONG_KEY),
            Secret.base64("misspelt key", MISSPELT_KEY),
            Secret.base64("cut key", CUT_KEY + "=="),
            Secret.text("broker password", BROKER_PASSWORD),
            Secret.pem("PEM of a property", TEXT.privateKeyPem()));
    /** Camel's debug logs, its dumps of routes, and its message about a URI where Camel knows no secret by its name. */
    private static final Pattern CAMELS_OWN =
            Pattern.compile(".* @ (log (DEBUG|TRACE) org\\.apache\\.camel\\.(impl|support|component\\.properties)\\..*"
                    + "|jmx (context|routes)\\.dumpRoutes?(Coverage)?AsXml\\[.*"
                    + "|jmx processors\\.(ModelLabel|getModelLabel\\[]|dumpProcessorAsXml\\[])"
                    + ")|misspelt key @ misspelt option|broker password @ user in the broker's URL");

    private final Evidence evidence = new Evidence();

    SecretsStayHidden(String transport) {
        super(transport);
    }

    @Test
    void nothingShowsASecret() throws Exception {
        // WHEN everything is tried that has to do with secrets
        try (LoggedTrace log = LoggedTrace.into(evidence)) {
            refusals();
            devicesAtWork();
            badOptions();
            takeState();
            context.stop();
        }
        // THEN what is outside of URIs is shown nowhere, and what is in a URI only by Camel itself
        List<Secret> signatures = wiretap.passwords().stream()
                .map(password -> Secret.text("signature", password))
                .toList();
        assertThat(signatures).hasSizeGreaterThan(DEVICES.size());
        assertThat(evidence.leaks(signatures)).isEmpty();
        assertThat(evidence.leaks(OUTSIDE_OF_URIS)).isEmpty();
        assertThat(evidence.leaks(IN_URIS)).allMatch(CAMELS_OWN.asMatchPredicate());
        assertThat(evidence.leaks(List.of(KEY_SECRET)))
                .contains(
                        "key @ jmx routes.dumpRouteAsXml[]",
                        "key @ log TRACE org.apache.camel.support.DefaultComponent");
    }

    private void refusals() {
        fails("wrong key", "refused CONNECT", uri("event", "raw", wiretap.brokerUrl(), raw(WRONG_KEY)));
        component().setClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
        fails(
                "expired signature",
                "refused CONNECT",
                uri("event", "resolved", wiretap.brokerUrl(), "secretResolver=#resolver"));
        component().setClock(Clock.systemUTC());
    }

    private void devicesAtWork() throws Exception {
        String raw = uri("shadow", "raw", wiretap.brokerUrl(), raw(KEY));
        consume(raw, uri("control", "raw", wiretap.brokerUrl(), raw(KEY)));
        consume(uri("control", "plain", cloud.tlsBrokerUrl(), ca(), "deviceSecret=" + PLAIN_KEY));
        consume(uri("control", "resolved", wiretap.brokerUrl(), "secretResolver=#resolver"));
        consume(uri(
                "control",
                "files",
                cloud.tlsBrokerUrl(),
                ca(),
                certificate("files", FILES),
                "devicePrivateKey=" + file("files.key", FILES.privateKeyPem())));
        yaml("control", "parameter", wiretap.brokerUrl(), Map.of("deviceSecret", PARAMETER_KEY));
        yaml("control", "vault", wiretap.brokerUrl(), Map.of("deviceSecret", Vault.PLACEHOLDER));
        yaml(
                "control",
                "text",
                cloud.tlsBrokerUrl(),
                Map.of(
                        "caCertificate", file("ca.crt", CA.certificatePem()),
                        "deviceCertificate", file("text.crt", TEXT.certificatePem()),
                        "devicePrivateKey", "{{pem.key}}"));
        for (String device : DEVICES) {
            await().until(() -> !cloud.subscriptions(PRODUCT, device).isEmpty());
            cloud.publishControl(PRODUCT, device, "off");
        }
        template.requestBody(raw + "&operation=get", "");
        template.requestBody(raw, "{\"temperature\":21}");
        cloud.setDesired(PRODUCT, "raw", "{\"temperature\":22}");
        template.requestBodyAndHeader("direct:dynamic", "on", "device", "raw");
        takeState();
        for (String device : DEVICES) {
            cloud.faults().cutConnection(PRODUCT, device);
            await().until(() -> cloud.connectCount(PRODUCT, device) == 2
                    && !cloud.subscriptions(PRODUCT, device).isEmpty());
        }
        fails("settings conflict", "want different ones", uri("event", "raw", wiretap.brokerUrl(), raw(WRONG_KEY)));
        fails(
                "settings conflict of keys in PEM",
                "want different ones",
                uri(
                        "event",
                        "files",
                        cloud.tlsBrokerUrl(),
                        ca(),
                        certificate("text", TEXT),
                        "devicePrivateKey=" + file("text.key", TEXT.privateKeyPem())));
    }

    private void badOptions() {
        for (String options : List.of(
                "deviceSecret=RAW(" + CUT_KEY + ")",
                "deviceSecret=RAW(" + CUT_KEY + "!!)",
                "deviceSecret=RAW( " + CUT_KEY + "==)",
                "deviceSecret=RAW(" + CUT_KEY + "==",
                "deviceSecret=" + CUT_KEY + "==&deviceSecret=" + CUT_KEY + "==",
                "secretResolver=" + CUT_KEY + "==",
                "secret=" + CUT_KEY + "==",
                "devicePrivateKey=RAW(" + CUT_KEY + "==)&" + certificate("files", FILES),
                "devicePrivateKey=RAW(" + CUT_KEY + "\n" + CUT_KEY + ")&" + certificate("files", FILES),
                "devicePrivateKey=" + file("text.key", TEXT.privateKeyPem()) + "&" + certificate("files", FILES),
                "devicePrivateKey=" + file("broken.key", TEXT.privateKeyPem().replaceFirst("M", "?")) + "&"
                        + certificate("files", FILES))) {
            fails("bad option", "Option ", uri("event", "bad", cloud.tlsBrokerUrl(), options));
        }
        fails(
                "misspelt option",
                "does not exist: for a secret write deviceSecret",
                uri("event", "bad", cloud.brokerUrl(), "deviceSecert=RAW(" + MISSPELT_KEY + ")"));
        fails(
                "misspelt option",
                "does not exist: for a secret write deviceSecret",
                uri("event", "bad", cloud.brokerUrl(), "devSecert=" + MISSPELT_KEY));
        fails(
                "user in the broker's URL",
                "has a user in it",
                uri("event", "bad", "tcp://user:" + BROKER_PASSWORD + "@host", raw(KEY)));
    }

    private void takeState() throws Exception {
        context.getEndpoints().forEach(endpoint -> evidence.add("endpoint", endpoint));
        for (Endpoint endpoint : context.getEndpoints()) {
            if (endpoint instanceof IotCloudEndpoint ours) {
                evidence.add("configuration", ours.getConfiguration());
                evidence.add("settings", ours.sessionSettings(ours.identity()));
                evidence.add("last error", ours.getLastError());
            }
        }
        component().sessions().sessions().forEach(session -> {
            evidence.add("session", session);
            evidence.add("status", session.status());
            evidence.add("status", session.status().lastError());
        });
        evidence.add("component", component());
        ManagedBeans.readInto(evidence);
        HealthCheckHelper.invoke(context, "full").forEach(result -> {
            evidence.add("health", result.getMessage().orElse(null));
            evidence.add("health", result.getDetails());
            evidence.add("health", result.getError().orElse(null));
        });
    }

    private void fails(String step, String message, String uri) {
        Throwable failure = catchThrowable(() -> template.requestBody(uri, "x"));
        assertThat(failure).as(step).hasStackTraceContaining(message);
        evidence.add(step, failure);
    }
}
