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
package io.github.cameliotcloud.testing;

import java.time.Duration;
import java.util.Random;

import io.github.cameliotcloud.auth.CredentialsProvider;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.FixedSecret;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.auth.SigningCredentialsProvider;
import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.ConnectRate;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionRuntime;
import io.github.cameliotcloud.session.SessionSettings;
import io.github.cameliotcloud.session.StatusLog;

/** Sessions for tests: everything runs on the calling thread, time is moved by hand. */
public final class Sessions {

    public static final DeviceIdentity DEVICE = new DeviceIdentity("ABC1234567", "dev-01");
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private Sessions() {}

    public static DeviceSession session(FakeTransport transport, ManualTime time) {
        return session(transport, time, settings(time));
    }

    public static DeviceSession session(FakeTransport transport, ManualTime time, SessionSettings settings) {
        return new DeviceSession(settings, transport, runtime(time));
    }

    public static SessionRuntime runtime(ManualTime time) {
        return new SessionRuntime(
                Runnable::run,
                Runnable::run,
                time,
                new ConnectRate(0, time, new Random(1)),
                time,
                new Random(1),
                new StatusLog(time));
    }

    public static SessionSettings settings(ManualTime time) {
        return settings(
                new SigningCredentialsProvider(
                        DEVICE,
                        new FixedSecret(DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==")),
                        new CredentialsSigner(
                                SignMethod.HMACSHA256, "12010126", Duration.ofMinutes(10), time, new Random(1))),
                Duration.ofSeconds(60));
    }

    public static SessionSettings persistent(ManualTime time) {
        return settings(settings(time).credentials(), Duration.ofSeconds(60), false, 0);
    }

    public static SessionSettings settings(CredentialsProvider credentials, Duration keepAlive) {
        return settings(credentials, keepAlive, true, 0);
    }

    public static SessionSettings paced(ManualTime time, int maxPublishRate) {
        return settings(settings(time).credentials(), Duration.ofSeconds(60), true, maxPublishRate);
    }

    private static SessionSettings settings(
            CredentialsProvider credentials, Duration keepAlive, boolean cleanSession, int maxPublishRate) {
        return new SessionSettings(
                DEVICE,
                BrokerAddress.parse("tcp://localhost:1883"),
                null,
                "hivemq",
                null,
                credentials,
                cleanSession,
                keepAlive,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                maxPublishRate);
    }
}
