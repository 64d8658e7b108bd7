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

import java.util.Locale;
import java.util.Optional;

import org.testcontainers.utility.DockerImageName;

/**
 * The image of a server. System property {@code NAME.container} or environment variable {@code NAME_CONTAINER} names
 * another one than the official, as in Camel's test-infra.
 *
 * @param name     the image
 * @param official the image that it stands for
 */
record ContainerImage(String name, String official) {

    static ContainerImage of(String server, String official) {
        String name = Optional.ofNullable(System.getProperty(server + ".container"))
                .or(() -> Optional.ofNullable(System.getenv(server.toUpperCase(Locale.ROOT) + "_CONTAINER")))
                .orElse(official);
        return new ContainerImage(name, official);
    }

    DockerImageName toDockerImage() {
        return DockerImageName.parse(name)
                .asCompatibleSubstituteFor(DockerImageName.parse(official).getUnversionedPart());
    }

    @Override
    public String toString() {
        return "Testcontainers image " + name;
    }
}
