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
package io.github.cameliotcloud.testinfra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Mosquitto for a test class, anonymous, with persistent sessions; use it with {@code @RegisterExtension static}.
 * It comes from Testcontainers where Docker answers and has the image, else from a native {@code mosquitto}; where
 * neither is to be had the tests are skipped. One line on standard output says which.
 *
 * <p>The image is that of the system property {@code mosquitto.container}, else of the environment variable
 * {@code MOSQUITTO_CONTAINER}, else {@code eclipse-mosquitto:2.0.22}.
 */
public final class MosquittoService implements BeforeAllCallback, AfterAllCallback {

    private static final Duration LONGEST_START = Duration.ofSeconds(20);

    private static final String NAME = "mosquitto";
    private static final ContainerImage IMAGE = ContainerImage.of(NAME, "eclipse-mosquitto:2.0.22");
    private static final String NO_CONTAINER = "why there is no container in this JVM";

    private final MosquittoListener listener;
    private RunningMosquitto broker;

    /** With MQTT over TCP. */
    public MosquittoService() {
        this(MosquittoListener.tcp());
    }

    /** @param listener what it shall speak; tests are skipped when its build cannot */
    public MosquittoService(MosquittoListener listener) {
        this.listener = listener;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ExtensionContext.Store jvm =
                context.getRoot().getStore(ExtensionContext.Namespace.create(MosquittoService.class));
        if (jvm.get(NO_CONTAINER) == null) {
            try {
                begin(
                        ContainerAttempt.start(
                                IMAGE, () -> ContainerMosquitto.start(IMAGE, Servers.freePort(), listener)),
                        "");
                return;
            } catch (NotAvailableException e) {
                jvm.put(NO_CONTAINER, e.getMessage());
            }
        }
        Optional<Path> program = NativeMosquitto.program();
        if (program.isEmpty()) {
            Servers.say(
                    NAME, "none (" + jvm.get(NO_CONTAINER) + ", and there is no mosquitto on the PATH), tests skipped");
            Assumptions.abort("no Mosquitto");
        }
        NativeMosquitto process = new NativeMosquitto(program.get(), Servers.freePort(), listener);
        process.start();
        begin(process, " (" + jvm.get(NO_CONTAINER) + ")");
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (broker != null) {
            broker.remove();
        }
    }

    /** @return where it listens, also while it is stopped */
    public String brokerUrl() {
        return listener.url(broker.host(), broker.port());
    }

    /** Starts it again on the same port, after {@link #stop()}; persistent sessions are still there. */
    public void start() throws Exception {
        broker.start();
        awaitAnswer(broker);
    }

    /** Stops it; its connections are closed. */
    public void stop() throws Exception {
        broker.stop();
    }

    private void begin(RunningMosquitto started, String remark) {
        broker = started;
        awaitAnswer(started);
        if (started.hasEnded()) {
            Servers.say(NAME, started.description() + " speaks no " + listener.scheme() + ", tests skipped");
            Assumptions.abort("no Mosquitto with " + listener.scheme());
        }
        Servers.say(NAME, started.description() + remark);
    }

    private void awaitAnswer(RunningMosquitto started) {
        Awaitility.await("Mosquitto at port " + started.port())
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> started.hasEnded() || isUp(started.host(), started.port()));
    }

    private boolean isUp(String host, int port) {
        return switch (listener.scheme()) {
            case "tcp" -> MqttProbe.answers(host, port);
            case "ws" -> MqttProbe.upgrades(host, port);
            default -> PortProbe.listens(host, port);
        };
    }
}
