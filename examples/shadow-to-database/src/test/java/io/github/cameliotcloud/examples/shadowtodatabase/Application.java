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
package io.github.cameliotcloud.examples.shadowtodatabase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application in a process of its own, as in production; secrets go through its environment. */
final class Application implements AutoCloseable {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final long LONGEST_STOP_SECONDS = 60;

    private final Process process;

    private Application(Process process) {
        this.process = process;
    }

    /**
     * @param folder     of this example
     * @param cloud      to connect to
     * @param options    further properties as name=value
     * @param secrets    further environment
     * @param output     where its output goes
     */
    static Application start(
            Path folder, Cloud cloud, List<String> options, Map<String, String> secrets, ProcessBuilder.Redirect output)
            throws IOException {
        Path jar = folder.resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build this example with ./mvnw package first");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dcamel.component.iotcloud.broker-url=" + cloud.brokerUrl());
        options.forEach(option -> command.add("-D" + option));
        command.add("-jar");
        command.add(jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("IOTCLOUD_DEVICE_SECRET", cloud.secret());
        builder.environment().putAll(secrets);
        return new Application(
                builder.redirectErrorStream(true).redirectOutput(output).start());
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Lets it end in its own time, but not for ever. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
