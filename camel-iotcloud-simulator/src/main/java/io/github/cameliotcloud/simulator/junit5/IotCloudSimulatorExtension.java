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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.github.cameliotcloud.simulator.FaultInjection;
import io.github.cameliotcloud.simulator.IotCloudSimulator;
import io.github.cameliotcloud.simulator.IotCloudSimulatorBuilder;

/**
 * Starts a simulator for JUnit 5 tests, on free ports, and closes it. As a field with {@code @RegisterExtension}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");
 * }</pre>
 *
 * a static field is one simulator for the class, an instance field one for each test method. Or by an annotation, see
 * {@link IotCloudSimulatorTest}. Either way constructors and methods may have a parameter of type
 * {@link IotCloudSimulator}.
 *
 * <p>When a test fails, standard error tells what the simulator saw; no secrets. After each test of a simulator for the
 * class all faults are switched off, and {@link IotCloudSimulator#received()} is emptied, except when the methods of the
 * class run in parallel. Shadows and sessions stay.
 *
 * <p>Thread-safe. The methods that need the simulator throw {@link IllegalStateException} when it does not run.
 */
public final class IotCloudSimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestInstancePreConstructCallback,
                ParameterResolver {

    private static final String REPORTED = "reported";

    private final SimulatorSource source;

    /** For JUnit, which calls it for {@code @ExtendWith}. */
    public IotCloudSimulatorExtension() {
        this(new AnnotationSource());
    }

    private IotCloudSimulatorExtension(SimulatorSource source) {
        this.source = source;
    }

    /**
     * A simulator of one device with a random secret.
     *
     * @param product ten characters of {@code A-Z 0-9}
     * @param device 1 to 48 characters of {@code A-Z a-z 0-9 _ -}
     */
    public static IotCloudSimulatorExtension withDevice(String product, String device) {
        return of(builder -> builder.device(product, device));
    }

    /** @param customizer says what each simulator shall know; called at each start */
    public static IotCloudSimulatorExtension of(Consumer<IotCloudSimulatorBuilder> customizer) {
        Objects.requireNonNull(customizer, "customizer");
        return new IotCloudSimulatorExtension(new FieldSource(customizer, DeviceAssert.DEFAULT_TIMEOUT));
    }

    /**
     * The same with another timeout of {@link #assertThatDevice}, 10 s by default.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public IotCloudSimulatorExtension timeout(Duration timeout) {
        Timeouts.requirePositive(timeout);
        if (source instanceof FieldSource field) {
            return new IotCloudSimulatorExtension(field.withTimeout(timeout));
        }
        throw new IllegalStateException("The timeout belongs to an extension made by withDevice or of.");
    }

    /** The simulator that runs now. */
    public IotCloudSimulator simulator() {
        return source.current();
    }

    /** Where devices connect; see {@link IotCloudSimulator#brokerUrl}. */
    public String brokerUrl() {
        return simulator().brokerUrl();
    }

    /** The secret of a device, Base64; see {@link IotCloudSimulator#secrets}. */
    public String secret(String product, String device) {
        return simulator().secrets().of(product, device);
    }

    /** Wants another state of a device; see {@link IotCloudSimulator#setDesired}. */
    public long setDesired(String product, String device, String desiredJson) {
        return simulator().setDesired(product, device, desiredJson);
    }

    /** Sends text to a device's control topic; see {@link IotCloudSimulator#publishControl}. */
    public void publishControl(String product, String device, String payload) {
        simulator().publishControl(product, device, payload);
    }

    /** Switches for misbehaviour. */
    public FaultInjection faults() {
        return simulator().faults();
    }

    /**
     * Begins assertions on a device.
     *
     * @throws IllegalArgumentException when the device is unknown
     */
    public DeviceAssert assertThatDevice(String product, String device) {
        return IotCloudAssertions.assertThatDevice(simulator(), product, device).within(source.timeout());
    }

    /** With one instance for the class the constructor, where Spring starts, comes before all other callbacks. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (context.getTestInstanceLifecycle()
                .filter(TestInstance.Lifecycle.PER_CLASS::equals)
                .isPresent()) {
            running(context);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        // here routes are not stopped yet
        reportFailure(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        reportFailure(context);
        if (context.getExecutionMode() == ExecutionMode.SAME_THREAD) {
            found(context).filter(running -> running.servesMoreThan(context)).ifPresent(RunningSimulator::tidyUp);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        reportFailure(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == IotCloudSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context).simulator();
    }

    private void reportFailure(ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException().filter(FailureReport::deservedBy);
        if (failure.isPresent() && store(context).get(REPORTED) != failure.get()) {
            store(context).put(REPORTED, failure.get());
            found(context).ifPresent(running -> FailureReport.print(context.getDisplayName(), running.simulator()));
        }
    }

    private RunningSimulator running(ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(source.key(context), key -> source.start(context), RunningSimulator.class);
    }

    private Optional<RunningSimulator> found(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(source.key(context), RunningSimulator.class));
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(IotCloudSimulatorExtension.class, this));
    }
}
