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

import java.util.ArrayList;
import java.util.List;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

import com.github.dockerjava.api.DockerClient;

/** Mosquitto in a container, with a configuration of our own. */
final class ContainerMosquitto implements RunningMosquitto {

    private static final int INNER_PORT = 1883;
    private static final String UP_OR_NEVER = ".*(mosquitto version .* running|Unable to start any listening).*";
    private static final String DIRECTORY = "/mosquitto-test";

    private final ContainerImage image;
    private final int port;
    private final GenericContainer<?> container;

    private ContainerMosquitto(ContainerImage image, int port, MosquittoListener listener) {
        this.image = image;
        this.port = port;
        this.container = new GenericContainer<>(image.toDockerImage())
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

    static ContainerMosquitto start(ContainerImage image, int port, MosquittoListener listener) {
        ContainerMosquitto mosquitto = new ContainerMosquitto(image, port, listener);
        mosquitto.container.start();
        return mosquitto;
    }

    @Override
    public String description() {
        return image.toString();
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
        Containers.start(container);
    }

    @Override
    public boolean hasEnded() {
        return !container.isRunning();
    }

    @Override
    public void stop() {
        Containers.stop(container);
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
}
