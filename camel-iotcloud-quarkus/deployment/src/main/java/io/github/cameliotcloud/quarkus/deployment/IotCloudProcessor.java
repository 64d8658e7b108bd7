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
package io.github.cameliotcloud.quarkus.deployment;

import java.util.stream.Stream;

import io.github.cameliotcloud.IotCloudConfiguration;
import io.github.cameliotcloud.session.MqttTransportFactory;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedPackageBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/**
 * What a native executable must know of the component and of the HiveMQ client. Camel's own services, configurers and
 * converters are found by the Camel Quarkus core, as the component's jar has an index; Netty's and Paho's needs are known to
 * quarkus-netty and camel-quarkus-paho.
 */
final class IotCloudProcessor {

    static final String FEATURE = "camel-iotcloud";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem tls() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    ServiceProviderBuildItem transports() {
        return ServiceProviderBuildItem.allProvidersFromClassPath(MqttTransportFactory.class.getName());
    }

    /** For routes and properties that set options on the configuration as a bean. */
    @BuildStep
    ReflectiveClassBuildItem configuration() {
        return ReflectiveClassBuildItem.builder(IotCloudConfiguration.class)
                .methods()
                .build();
    }

    /**
     * The HiveMQ client keeps ByteBufs in static fields, and RxJava schedulers with threads: neither may be made while the
     * executable is built.
     */
    @BuildStep
    void initializedAtRunTime(BuildProducer<RuntimeInitializedPackageBuildItem> packages) {
        Stream.of("com.hivemq.client", "io.reactivex", "io.github.cameliotcloud.transport.hivemq")
                .map(RuntimeInitializedPackageBuildItem::new)
                .forEach(packages::produce);
    }
}
