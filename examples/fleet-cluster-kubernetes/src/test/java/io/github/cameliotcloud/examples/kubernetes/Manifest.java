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
package io.github.cameliotcloud.examples.kubernetes;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** The manifest of the example, read so that a name that Kubernetes does not know is an error. */
final class Manifest {

    private static final Path FILE = Path.of("../fleet-cluster/kubernetes/fleet.yaml");

    private final List<HasMetadata> resources;

    private Manifest(List<HasMetadata> resources) {
        this.resources = resources;
    }

    static Manifest read() {
        return of(text());
    }

    static Manifest of(String yaml) {
        KubernetesSerialization strict = new KubernetesSerialization(new StrictMapper(), true);
        List<HasMetadata> resources = new ArrayList<>();
        for (String document : yaml.split("\n---\n")) {
            resources.add(strict.unmarshal(document, HasMetadata.class));
        }
        return new Manifest(resources);
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<HasMetadata> resources() {
        return resources;
    }

    <T extends HasMetadata> T the(Class<T> type) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, other) -> {
                    throw new AssertionError("There are two: " + one + " and " + other);
                })
                .orElseThrow();
    }

    Container container() {
        return the(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    Map<String, String> podLabels() {
        return the(Deployment.class).getSpec().getTemplate().getMetadata().getLabels();
    }

    String settingsText() {
        return the(ConfigMap.class).getData().get("fleet.properties");
    }

    Properties settings() {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(settingsText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    String devices() {
        return the(Secret.class).getStringData().get("devices.csv");
    }
}
