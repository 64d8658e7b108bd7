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

import java.io.IOException;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;

/**
 * Asks Docker for images through a client of its own. That of Testcontainers starts a container at its first use, and
 * tries for minutes to get the image for it where no registry answers.
 */
final class DockerImages {

    private DockerImages() {}

    /** Asks once for an image that is missing; Docker says at once when there is no way to it. */
    static void require(ContainerImage image) throws NotAvailableException, IOException {
        try (DockerClient docker = DockerClientProviderStrategy.getClientForConfig(transport())) {
            if (!has(docker, image)) {
                pull(docker, image);
            }
        }
    }

    private static TransportConfig transport() throws NotAvailableException {
        try {
            return DockerClientFactory.instance().getTransportConfig();
        } catch (IllegalStateException e) {
            throw new NotAvailableException("Docker does not answer");
        }
    }

    private static boolean has(DockerClient docker, ContainerImage image) {
        try {
            docker.inspectImageCmd(image.name()).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static void pull(DockerClient docker, ContainerImage image) throws NotAvailableException {
        try {
            docker.pullImageCmd(image.name()).exec(new QuietPull()).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAvailableException("interrupted");
        }
        if (!has(docker, image)) {
            throw new NotAvailableException("Docker has no image " + image.name() + " and cannot get it");
        }
    }

    /** That there is no way to an image is said in one line by who asked, without a stack trace in the log. */
    private static final class QuietPull extends ResultCallback.Adapter<PullResponseItem> {
        @Override
        public void onError(Throwable failure) {
            onComplete();
        }
    }
}
