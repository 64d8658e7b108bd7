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
package io.github.cameliotcloud.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import com.github.dockerjava.api.DockerClient;

/** Mosquitto in a container. The image is named by system property or environment, as in Camel's test-infra. */
final class ContainerMosquitto implements RunningMosquitto {

    private static final int INNER_PORT = 1883;
    private static final String UP_OR_NEVER = ".*(mosquitto version .* running|Unable to start any listening).*";
    private static final String DIRECTORY = "/mosquitto-test";
    private static final long LONGEST_ATTEMPT_SECONDS = 30;

    private final String image = image();
    private final int port;
    private final GenericContainer<?> container;

    private ContainerMosquitto(int port, MosquittoListener listener) {
        this.port = port;
        this.container = new GenericContainer<>(DockerImageName.parse(image))
                .withStartupCheckStrategy(new UpOrNever())
                .waitingFor(Wait.forLogMessage(UP_OR_NEVER, 1));
        container.setPortBindings(List.of(port + ":" + INNER_PORT));
        listener.files()
                .apply(DockerClientFactory.instance().dockerHostIpAddress())
                .forEach(this::copy);
        List<String> configuration = new ArrayList<>(
                List.of("allow_anonymous true", "user root", "persistence true", "listener " + INNER_PORT));
        configuration.addAll(listener.configuration());
        copy("mosquitto.conf", String.join("\n", configuration));
        container.withWorkingDirectory(DIRECTORY).withCommand("mosquitto", "-c", "mosquitto.conf");
    }

    private void copy(String file, String content) {
        container.withCopyToContainer(Transferable.of(content), DIRECTORY + "/" + file);
    }

    /** Bounded: where Docker answers but no registry does, Testcontainers itself tries for minutes. */
    static ContainerMosquitto start(int port, MosquittoListener listener) throws NotAvailable {
        ExecutorService attempt = Executors.newSingleThreadExecutor();
        try {
            return attempt.submit(() -> attempt(port, listener)).get(LONGEST_ATTEMPT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotAvailable("Docker answers, but there is no image within " + LONGEST_ATTEMPT_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new NotAvailable(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAvailable("interrupted");
        } finally {
            attempt.shutdownNow();
        }
    }

    private static ContainerMosquitto attempt(int port, MosquittoListener listener) throws NotAvailable {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new NotAvailable("Docker does not answer");
        }
        ContainerMosquitto mosquitto = new ContainerMosquitto(port, listener);
        mosquitto.container.start();
        return mosquitto;
    }

    private static String image() {
        return Optional.ofNullable(System.getProperty("mosquitto.container"))
                .or(() -> Optional.ofNullable(System.getenv("MOSQUITTO_CONTAINER")))
                .orElse("eclipse-mosquitto:2.0.22");
    }

    @Override
    public String description() {
        return "Testcontainers image " + image;
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return port;
    }

    // of the same container, which has kept its sessions
    @Override
    public void start() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public boolean hasEnded() {
        return !container.isRunning();
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void remove() {
        container.stop();
    }

    /** A Mosquitto that goes, since it cannot do what it is asked for, is no reason to do without containers. */
    private static final class UpOrNever extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String containerId) {
            String status = getCurrentState(client, containerId).getStatus();
            return "running".equals(status) || "exited".equals(status)
                    ? StartupStatus.SUCCESSFUL
                    : StartupStatus.NOT_YET_KNOWN;
        }
    }

    /** Says why there is no container. */
    static final class NotAvailable extends Exception {
        NotAvailable(String why) {
            super(why);
        }
    }
}
