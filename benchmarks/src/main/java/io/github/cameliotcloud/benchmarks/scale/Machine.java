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

/** Counters of the system; zeros where it has none. */
record Machine(double loopbackBytes, double loopbackPackets, double kernelKb) {

    private static final int ETHERNET_HEADER = 14;

    static Machine now() {
        String[] loopback = line("/proc/self/net/dev", "lo:");
        String[] kernel = line("/proc/meminfo", "Slab:");
        return new Machine(number(loopback, 1), number(loopback, 2), number(kernel, 1));
    }

    /** @return what went through the loopback interface since then, in IP packets; each counts once */
    double bytesSince(Machine then) {
        return loopbackBytes - then.loopbackBytes - ETHERNET_HEADER * packetsSince(then);
    }

    double packetsSince(Machine then) {
        return loopbackPackets - then.loopbackPackets;
    }

    double kernelKbSince(Machine then) {
        return kernelKb - then.kernelKb;
    }

    private static double number(String[] line, int column) {
        return column < line.length ? Double.parseDouble(line[column]) : 0;
    }

    private static String[] line(String file, String name) {
        if (!Files.isReadable(Path.of(file))) {
            return new String[0];
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.replace(name, name + " ").split(" +"))
                    .orElse(new String[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
