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
package io.github.cameliotcloud.simulator.junit5;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** Simulators as {@link IotCloudSimulatorTest} describes them; the annotation nearest to the test counts. */
final class AnnotationSource implements SimulatorSource {

    private record Annotated(Object element, IotCloudSimulatorTest annotation) {}

    @Override
    public Object key(ExtensionContext context) {
        return nearest(context).map(Annotated::element).orElse(this);
    }

    @Override
    public RunningSimulator start(ExtensionContext context) {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        nearest(context).ifPresent(found -> {
            for (String device : found.annotation().devices()) {
                DeviceText.parse(device).addTo(builder);
            }
        });
        IotCloudSimulator simulator = builder.start();
        return new RunningSimulator(simulator, context.getUniqueId(), simulator::close);
    }

    @Override
    public IotCloudSimulator current() {
        throw new IllegalStateException(
                "A simulator that an annotation made is a parameter of type IotCloudSimulator, or make it a field.");
    }

    @Override
    public Duration timeout() {
        return DeviceAssert.DEFAULT_TIMEOUT;
    }

    private static Optional<Annotated> nearest(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, IotCloudSimulatorTest.class)
                        .map(found -> new Annotated(method, found)))
                .or(() -> context.getTestClass().flatMap(AnnotationSource::ofClass));
    }

    private static Optional<Annotated> ofClass(Class<?> testClass) {
        return AnnotationSupport.findAnnotation(testClass, IotCloudSimulatorTest.class)
                .map(found -> new Annotated(testClass, found))
                .or(() -> AnnotationSupport.isAnnotated(testClass, Nested.class)
                        ? ofClass(testClass.getEnclosingClass())
                        : Optional.empty());
    }
}
