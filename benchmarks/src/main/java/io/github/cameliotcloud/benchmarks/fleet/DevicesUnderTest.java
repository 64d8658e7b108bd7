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
package io.github.cameliotcloud.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.harness.Usage;

/** Runs devices, and answers commands of its input. It ends with its input. */
public final class DevicesUnderTest {

    private static final double NANOS = 1e9;

    private final Devices devices;

    private DevicesUnderTest(Devices devices) {
        this.devices = devices;
    }

    /** @param arguments those of {@link ClientSettings} */
    public static void main(String... arguments) throws IOException {
        DevicesUnderTest underTest =
                new DevicesUnderTest(ClientSettings.of(List.of(arguments)).create());
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(underTest.answerOrFailure(line.split(" ")));
            }
        }
        System.exit(0);
    }

    private String answerOrFailure(String... command) {
        try {
            return answer(command);
        } catch (Exception e) {
            return "failed: " + e;
        }
    }

    private String answer(String... command) throws Exception {
        switch (command[0]) {
            case "connect":
                long begin = System.nanoTime();
                devices.connect();
                return String.format(Locale.ROOT, "%.3f", (System.nanoTime() - begin) / NANOS);
            case "disconnect":
                devices.disconnect();
                return "disconnected";
            case "heap":
                return String.valueOf(Usage.usedHeap());
            case "cpu":
                return String.valueOf(Usage.cpuNanos());
            case "deltas":
                return String.valueOf(devices.deltas());
            case "await":
                Await.atLeast(Long.parseLong(command[1]), devices::deltas);
                return "came";
            default:
                return "failed: unknown command";
        }
    }
}
