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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.junit.jupiter.api.extension.ExtensionContext;

import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/** The one simulator at a time of an extension that is a field. */
final class FieldSource implements SimulatorSource {

    private final Consumer<IotCloudSimulatorBuilder> customizer;
    private final Duration timeout;
    private final AtomicReference<IotCloudSimulator> current = new AtomicReference<>();

    FieldSource(Consumer<IotCloudSimulatorBuilder> customizer, Duration timeout) {
        this.customizer = customizer;
        this.timeout = timeout;
    }

    FieldSource withTimeout(Duration other) {
        return new FieldSource(customizer, other);
    }

    @Override
    public Object key(ExtensionContext context) {
        return this;
    }

    @Override
    public RunningSimulator start(ExtensionContext context) {
        IotCloudSimulatorBuilder builder = IotCloudSimulator.builder();
        customizer.accept(builder);
        IotCloudSimulator simulator = builder.start();
        if (!current.compareAndSet(null, simulator)) {
            simulator.close();
            throw new IllegalStateException("Another test class uses this simulator at the same time: a static"
                    + " IotCloudSimulatorExtension of a base class cannot serve classes that run in parallel;"
                    + " make the field an instance field, or give each class its own.");
        }
        return new RunningSimulator(simulator, context.getUniqueId(), () -> {
            current.set(null);
            simulator.close();
        });
    }

    @Override
    public IotCloudSimulator current() {
        IotCloudSimulator simulator = current.get();
        if (simulator == null) {
            throw new IllegalStateException("The simulator does not run: the field of IotCloudSimulatorExtension needs"
                    + " @RegisterExtension, a static one serves from @BeforeAll to @AfterAll,"
                    + " an instance one from @BeforeEach to @AfterEach.");
        }
        return simulator;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }
}
