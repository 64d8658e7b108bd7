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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import io.github.cameliotcloud.auth.Credentials;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceSecret;

/**
 * Signs by hand: prints what an MQTT client needs to connect as a device with a key (protocol.md section 2.2).
 * {@code --help} prints the arguments. Needs this jar and nothing else on the class path.
 */
public final class SignCommand {

    private static final int EXIT_BAD_USE = 2;
    private static final String SECRET_VARIABLE = "IOTCLOUD_DEVICE_SECRET";
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final InstantSource clock;
    private final InputStream in;
    private final Map<String, String> environment;

    SignCommand(InstantSource clock, InputStream in, Map<String, String> environment) {
        this.clock = clock;
        this.in = in;
        this.environment = environment;
    }

    /**
     * Prints the lines {@code clientid=}, {@code username=} and {@code password=}, or exits with 2 and one sentence.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        try {
            new SignCommand(Clock.systemUTC(), System.in, System.getenv()).run(System.out, args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_BAD_USE);
        }
    }

    void run(PrintStream out, String... args) {
        if (List.of(args).contains("--help")) {
            out.println(SignArguments.USAGE);
            return;
        }
        SignArguments arguments = SignArguments.parse(args);
        CredentialsSigner signer = new CredentialsSigner(
                arguments.method(), CredentialsSigner.COMMON_SDK_APP_ID, VALIDITY, clock, new SecureRandom());
        Credentials signed = signer.sign(
                arguments.device(),
                secret(arguments),
                arguments.connid().orElseGet(signer::newConnid),
                arguments.expiry().orElseGet(signer::newExpiry));
        out.println("clientid=" + signed.clientId());
        out.println("username=" + signed.username());
        out.println("password=" + signed.password());
    }

    private DeviceSecret secret(SignArguments arguments) {
        String text = arguments.secret().orElseGet(() -> environment.get(SECRET_VARIABLE));
        if ("-".equals(text)) {
            text = firstLine();
        }
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("No device secret: give it as third argument, or write - there and"
                    + " send it to standard input, or set the environment variable " + SECRET_VARIABLE + ".");
        }
        return DeviceSecret.parse(text);
    }

    private String firstLine() {
        try {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new IllegalArgumentException("Standard input cannot be read, send the secret another way.", e);
        }
    }
}
