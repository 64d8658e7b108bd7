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
package io.github.cameliotcloud.benchmarks.jmh;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.FixedSecret;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.auth.SigningCredentialsProvider;

/** What each connection attempt signs and builds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignBenchmark {

    private static final int KEEP_ALIVE_SECONDS = 240;

    private final SigningCredentialsProvider credentials = new SigningCredentialsProvider(
            new DeviceIdentity("BENCHMARK1", "dev-00000"),
            new FixedSecret(DeviceSecret.parse("AAECAwQFBgcICQoLDA0ODw==")),
            new CredentialsSigner(
                    SignMethod.HMACSHA256,
                    CredentialsSigner.COMMON_SDK_APP_ID,
                    Duration.ofHours(1),
                    InstantSource.system(),
                    new Random()));

    /** User name and password alone. */
    @Benchmark
    public Credentials sign() {
        return credentials.next();
    }

    /** User name, password and the packet, as the transport builds it. */
    @Benchmark
    public Mqtt3Connect signAndBuildConnect() {
        Credentials signed = credentials.next();
        return Mqtt3Connect.builder()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .simpleAuth()
                .username(signed.username())
                .password(signed.password().getBytes(UTF_8))
                .applySimpleAuth()
                .build();
    }
}
