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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A JVM of its own with a route from the cloud to a file, made to be killed. */
public final class RouteInAnotherProcess {

    private RouteInAnotherProcess() {}

    /**
     * Ends with the process that started it.
     *
     * @param arguments the URI to consume from, the file to append to
     */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        CamelContext camel = new DefaultCamelContext();
        RouteBuilder.addRoutes(camel, routes -> routes.from(arguments[0]).process(exchange -> append(exchange, file)));
        camel.start();
        while (System.in.read() >= 0) {
            // the parent writes nothing
        }
        Runtime.getRuntime().halt(0);
    }

    // one write: the whole line is the operating system's before the exchange ends, or nothing of it
    private static void append(Exchange exchange, Path file) throws IOException {
        Files.writeString(
                file,
                exchange.getMessage().getBody(String.class) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Starts it with this JVM's class path. */
    static Process start(String uri, Path file, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RouteInAnotherProcess.class.getName(),
                        uri,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
