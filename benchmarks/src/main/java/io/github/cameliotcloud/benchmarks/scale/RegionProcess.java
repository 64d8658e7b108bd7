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
package io.github.cameliotcloud.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;

/** The JVM of a {@link Region}. */
final class RegionProcess implements AutoCloseable {

    private final ChildJvm jvm;
    private final Path rootCertificate;
    private final String[] ports;

    RegionProcess(int devices) {
        try {
            rootCertificate = Files.createTempFile("region", ".crt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments = List.of(String.valueOf(devices), rootCertificate.toString());
        jvm = new ChildJvm(ChildJvm.thisJdk(), List.of("-Xmx512m"), Region.class, arguments);
        ports = jvm.answer().split(" ");
    }

    String brokerUrl() {
        return "tcp://localhost:" + ports[0];
    }

    String tlsBrokerUrl() {
        return "ssl://localhost:" + ports[1];
    }

    Path rootCertificate() {
        return rootCertificate;
    }

    /** Closes all connections and its ports. */
    void goAway() {
        jvm.ask("away");
    }

    /** Listens again, and counts attempts from then on. */
    void comeBack() {
        jvm.ask("back");
    }

    /** Desires something else of each device: one that comes back later finds it in its shadow. */
    void desireOfAll() {
        jvm.ask("desire");
    }

    /** Ends counting. */
    Attempts attempts() {
        return Attempts.parse(jvm.ask("samples"));
    }

    int connections() {
        return Integer.parseInt(jvm.ask("connections"));
    }

    @Override
    public void close() throws IOException {
        jvm.close();
        Files.delete(rootCertificate);
    }

    /**
     * CONNECT packets that came in.
     *
     * @param all     how many
     * @param peak    how many in the greatest second
     * @param seconds from the first to the last
     */
    record Attempts(long all, long peak, double seconds) {

        static Attempts parse(String line) {
            String[] parts = line.split(" ");
            return new Attempts(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]) / 1e3);
        }

        double average() {
            return all / seconds;
        }
    }
}
