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

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Utils;

/** What can be said of the manifest without a cluster. */
class ManifestTest {

    private static final Map<String, String> LABELS = Map.of("app", "fleet");

    private final Manifest manifest = Manifest.read();
    private final Deployment deployment = manifest.the(Deployment.class);
    private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
    private final Properties settings = manifest.settings();

    @Test
    void hasNothingThatKubernetesDoesNotKnow() {
        assertThat(manifest.resources())
                .extracting(HasMetadata::getKind)
                .containsExactly(
                        "ServiceAccount",
                        "Role",
                        "RoleBinding",
                        "Secret",
                        "ConfigMap",
                        "Deployment",
                        "PodDisruptionBudget");
        assertThat(manifest.resources())
                .allSatisfy(resource ->
                        assertThat(resource.getMetadata().getLabels()).isEqualTo(LABELS));
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowIsAnError() {
        String yaml = Manifest.text().replace("failureThreshold: 3", "failureTreshold: 3");

        assertThatThrownBy(() -> Manifest.of(yaml)).hasStackTraceContaining("failureTreshold");
    }

    @Test
    void roleIsGivenToTheAccountOfThePods() {
        RoleBinding binding = manifest.the(RoleBinding.class);
        String account = manifest.the(ServiceAccount.class).getMetadata().getName();

        assertThat(binding.getRoleRef().getKind()).isEqualTo("Role");
        assertThat(binding.getRoleRef().getName())
                .isEqualTo(manifest.the(Role.class).getMetadata().getName());
        assertThat(binding.getSubjects()).singleElement().satisfies(subject -> {
            assertThat(subject.getKind()).isEqualTo("ServiceAccount");
            assertThat(subject.getName()).isEqualTo(account);
        });
        assertThat(pod.getServiceAccountName()).isEqualTo(account);
    }

    @Test
    void podsCarryTheLabelsByWhichTheyFindEachOther() {
        assertThat(manifest.podLabels()).isEqualTo(LABELS);
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(LABELS);
        assertThat(manifest.the(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels())
                .isEqualTo(LABELS);
    }

    @Test
    void volumesAreThoseThatTheApplicationReads() {
        assertThat(pod.getVolumes().stream().map(Volume::getName))
                .containsExactlyInAnyOrderElementsOf(manifest.container().getVolumeMounts().stream()
                        .map(VolumeMount::getName)
                        .toList());
        assertThat(volume("/etc/fleet").getConfigMap().getName())
                .isEqualTo(manifest.the(ConfigMap.class).getMetadata().getName());
        assertThat(volume("/etc/fleet-secret").getSecret().getSecretName())
                .isEqualTo(manifest.the(Secret.class).getMetadata().getName());
        assertThat(settings.getProperty("fleet.devices")).isEqualTo("file:/etc/fleet-secret/devices.csv");
        assertThat(manifest.devices()).startsWith("product,device,secret\n");
    }

    @Test
    void twoNumbersOfShardsNeverRunAtOnce() {
        ConfigMap map = manifest.the(ConfigMap.class);

        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(map.getImmutable()).isTrue();
        assertThat(map.getMetadata().getName()).isEqualTo("fleet-" + settings.getProperty("fleet.shards") + "-shards");
    }

    @Test
    void probesAskThePortThatIsServed() {
        List<ContainerPort> ports = manifest.container().getPorts();

        assertThat(ports).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("management");
            assertThat(port.getContainerPort()).isEqualTo((int) number("camel.management.port"));
        });
        assertThat(manifest.container()
                        .getLivenessProbe()
                        .getHttpGet()
                        .getPort()
                        .getStrVal())
                .isEqualTo("management");
        assertThat(manifest.container()
                        .getReadinessProbe()
                        .getTcpSocket()
                        .getPort()
                        .getStrVal())
                .isEqualTo("management");
    }

    @Test
    void variablesAreThoseThatTheClientAndTheSettingsRead() {
        assertThat(manifest.container().getEnv())
                .extracting(EnvVar::getName)
                .contains(
                        variable(Config.KUBERNETES_CONNECTION_TIMEOUT_SYSTEM_PROPERTY),
                        variable(Config.KUBERNETES_REQUEST_TIMEOUT_SYSTEM_PROPERTY),
                        variable(Config.KUBERNETES_REQUEST_RETRY_BACKOFFLIMIT_SYSTEM_PROPERTY))
                .containsAll(Stream.of("fleet.pod", "fleet.namespace")
                        .map(settings::getProperty)
                        .map(value -> value.replaceAll("\\{\\{env:(.*)}}", "$1"))
                        .collect(Collectors.toList()));
    }

    @Test
    void timesLeaveRoomForDisconnecting() {
        long disconnecting = 3_000;

        assertThat(number("fleet.lease-duration"))
                .isGreaterThan(number("fleet.renew-deadline") + number("fleet.retry-period") + disconnecting);
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(number("camel.main.shutdown-timeout"));
        assertThat(number("camel.main.shutdown-timeout") * 1_000).isLessThan(number("fleet.lease-duration"));
    }

    private Volume volume(String path) {
        String name = manifest.container().getVolumeMounts().stream()
                .filter(mount -> mount.getMountPath().equals(path))
                .map(VolumeMount::getName)
                .findAny()
                .orElseThrow();
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private long number(String setting) {
        return Long.parseLong(settings.getProperty(setting));
    }

    private static String variable(String systemProperty) {
        return Utils.convertSystemPropertyNameToEnvVar(systemProperty);
    }
}
