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
package io.github.cameliotcloud.simulator;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorTest;

class ExtensionLifeCycleIT {

    /** The simulators that the tests of the cases below had. */
    private static final Queue<IotCloudSimulator> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    static class StaticField {
        @RegisterExtension
        static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

        @BeforeAll
        static void isThereAlready(IotCloudSimulator injected) {
            SEEN.add(injected);
        }

        @RepeatedTest(2)
        void test() {
            SEEN.add(cloud.simulator());
        }

        @Nested
        class Inner {
            @Test
            void test(IotCloudSimulator injected) {
                SEEN.add(injected);
            }
        }
    }

    @Test
    void staticFieldIsOneSimulatorForTheClassAndItsNestedOnes() {
        run(StaticField.class).assertStatistics(tests -> tests.succeeded(3));

        assertThat(SEEN).hasSize(4);
        assertThat(Set.copyOf(SEEN)).hasSize(1).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    static class InstanceField {
        @RegisterExtension
        final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

        @BeforeEach
        void isThereAlready(IotCloudSimulator injected) {
            assertThat(injected).isSameAs(cloud.simulator());
        }

        @RepeatedTest(4)
        void test() {
            SEEN.add(cloud.simulator());
        }
    }

    @Test
    void instanceFieldIsOneSimulatorForEachMethod() {
        run(InstanceField.class).assertStatistics(tests -> tests.succeeded(4));

        assertThat(Set.copyOf(SEEN)).hasSize(4).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    @Test
    void methodsMayRunInParallelWithASimulatorEach() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(InstanceField.class))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(4));

        assertThat(Set.copyOf(SEEN)).hasSize(4).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    @IotCloudSimulatorTest(devices = {"ABC1234567/dev-01", "ABC1234567/dev-02"})
    static class Annotated {
        Annotated(IotCloudSimulator injected) {
            SEEN.add(injected);
        }

        @Test
        void test(IotCloudSimulator injected) {
            SEEN.add(injected);
            assertThat(injected.activity().devices()).containsExactly("ABC1234567/dev-01", "ABC1234567/dev-02");
        }

        @Nested
        class Sharing {
            @Test
            void test(IotCloudSimulator injected) {
                SEEN.add(injected);
            }
        }

        @Nested
        @IotCloudSimulatorTest(devices = "ABC1234567/dev-03")
        class WithItsOwn {
            @Test
            void test(IotCloudSimulator injected) {
                assertThat(injected.activity().devices()).containsExactly("ABC1234567/dev-03");
            }
        }
    }

    static class Inheriting extends Annotated {
        Inheriting(IotCloudSimulator injected) {
            super(injected);
        }
    }

    @Test
    void annotationIsOneSimulatorForTheClassAndNestedOnesMayHaveTheirOwn() {
        run(Annotated.class).assertStatistics(tests -> tests.succeeded(3));

        assertThat(Set.copyOf(SEEN)).hasSize(1).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    @Test
    void annotationIsInherited() {
        run(Inheriting.class).assertStatistics(tests -> tests.succeeded(3));
    }

    static class AnnotatedMethods {
        @IotCloudSimulatorTest(devices = "ABC1234567/dev-01")
        @RepeatedTest(2)
        void test(IotCloudSimulator injected) {
            SEEN.add(injected);
            assertThat(injected.activity().devices()).containsExactly("ABC1234567/dev-01");
        }

        @ExtendWith(IotCloudSimulatorExtension.class)
        @Test
        void withoutDevices(IotCloudSimulator injected) {
            SEEN.add(injected);
            assertThat(injected.activity().devices()).isEmpty();
        }
    }

    @Test
    void annotatedMethodHasASimulatorOfItsOwn() {
        run(AnnotatedMethods.class).assertStatistics(tests -> tests.succeeded(3));

        assertThat(Set.copyOf(SEEN)).hasSize(3).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        @RegisterExtension
        static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

        @RegisterExtension
        final IotCloudSimulatorExtension other = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

        final String url = cloud.brokerUrl();

        @BeforeAll
        void bothRun() {
            SEEN.addAll(List.of(cloud.simulator(), other.simulator()));
        }

        @RepeatedTest(2)
        void test() {
            assertThat(url).isEqualTo(cloud.brokerUrl());
            SEEN.addAll(List.of(cloud.simulator(), other.simulator()));
        }
    }

    @Test
    void withOneInstanceForTheClassAStaticFieldIsThereInTheConstructor() {
        run(OneInstance.class).assertStatistics(tests -> tests.succeeded(2));

        assertThat(Set.copyOf(SEEN)).hasSize(2).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    static class FirstOne {
        @RegisterExtension
        final AfterEachCallback other = context -> SEEN.forEach(cloud ->
                assertThatCode(() -> TestDevice.connected(cloud).close()).doesNotThrowAnyException());
    }

    static class ClosedLast extends FirstOne {
        @RegisterExtension
        final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.of(
                builder -> builder.device(TestDevice.PRODUCT, TestDevice.DEVICE, TestDevice.SECRET));

        @Test
        void test() {
            SEEN.add(cloud.simulator());
        }
    }

    @Test
    void otherExtensionsMayStopRoutesBeforeTheSimulatorCloses() {
        run(ClosedLast.class).assertStatistics(tests -> tests.succeeded(1));

        assertThat(SEEN).hasSize(1).allSatisfy(ExtensionLifeCycleIT::isClosed);
    }

    private static Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
    }

    /** Its port is free. */
    private static void isClosed(IotCloudSimulator simulator) {
        IotCloudSimulator.builder().mqttPort(simulator.mqttPort()).start().close();
    }
}
