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
package io.github.cameliotcloud.chaos;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Outages that are longer than the life of the signature that the device connected with. */
class ChaosSignatureIT {

    private static final String DEVICE = "dev-01";
    private static final Duration SIGNATURE = Duration.ofMinutes(10);
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final int ATTEMPTS_TO_WATCH = 3;

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @ValueSource(strings = {"hivemq", "paho"})
    void comesBackFromEveryOutageThatOutlivesItsSignature(String transport) throws Exception {
        try (Run run = new Run("expired-signature", transport);
                Bench bench = new Bench(transport, clock, DEVICE)) {
            IotCloudSimulator cloud = bench.cloud();
            ControlFlow control =
                    ControlFlow.start(bench, run, DEVICE, new Window(1), "signatureTtl=" + SIGNATURE.toMillis());
            for (int outage = 1; outage <= Size.outages(); outage++) {
                outlive(cloud, OUTAGE);
                run.cut();
                int connects = outage + 1;
                Patience.until("reconnect " + outage, () -> cloud.connectCount(Bench.PRODUCT, DEVICE) == connects);
                control.send();
                control.awaitEnd();
            }
            assertThat(run.lost()).as("lost").isZero();
        }
    }

    /** The reason for this component: a URI with a signed password works until the first long outage. */
    @Test
    void camelPahoComesBackFromAShortOutageButNeverFromOneThatOutlivesItsSignature() throws Exception {
        try (Run run = Run.ofAnother("expired-signature", "camel-paho");
                Bench bench = new Bench("paho", clock, DEVICE)) {
            IotCloudSimulator cloud = bench.cloud();
            Ledger ledger = run.ledger();
            bench.route(routes -> routes.from(camelPaho(cloud))
                    .process(exchange ->
                            ledger.seen(Integer.parseInt(exchange.getMessage().getBody(String.class)))));

            // GIVEN an outage that the signature outlives: THEN it comes back
            outlive(cloud, Duration.ZERO);
            run.cut();
            Patience.until(
                    "a new session", () -> cloud.connectCount(Bench.PRODUCT, DEVICE) == 2 && isSubscribed(cloud));
            cloud.publishControl(Bench.PRODUCT, DEVICE, String.valueOf(ledger.next()));
            Patience.until("the message", () -> ledger.lost() == 0);

            // GIVEN one that outlives the signature: THEN each of its attempts is refused
            int attempts = cloud.connectAttempts(Bench.PRODUCT, DEVICE);
            outlive(cloud, OUTAGE);
            run.cut();
            Patience.until(
                    "attempts", () -> cloud.connectAttempts(Bench.PRODUCT, DEVICE) >= attempts + ATTEMPTS_TO_WATCH);
            cloud.publishControl(Bench.PRODUCT, DEVICE, String.valueOf(ledger.next()));
            assertThat(cloud.connectCount(Bench.PRODUCT, DEVICE)).isEqualTo(2);
            assertThat(cloud.connections(Bench.PRODUCT, DEVICE)).isZero();
            assertThat(ledger.lost()).isEqualTo(1);
        }
    }

    private void outlive(IotCloudSimulator cloud, Duration outage) {
        cloud.faults().goAway();
        clock.advance(outage);
        cloud.faults().comeBack();
    }

    private static boolean isSubscribed(IotCloudSimulator cloud) {
        return !cloud.subscriptions(Bench.PRODUCT, DEVICE).isEmpty();
    }

    private String camelPaho(IotCloudSimulator cloud) {
        Credentials signed = new CredentialsSigner(SignMethod.HMACSHA256, "12010126", SIGNATURE, clock, new Random())
                .sign(new DeviceIdentity(Bench.PRODUCT, DEVICE), DeviceSecret.parse(Bench.SECRET));
        return "paho:" + Bench.PRODUCT + "/" + DEVICE + "/control?brokerUrl=" + cloud.brokerUrl() + "&clientId="
                + signed.clientId() + "&userName=RAW(" + signed.username() + ")&password=RAW(" + signed.password()
                + ")&qos=1&automaticReconnect=true&maxReconnectDelay=1000";
    }
}
