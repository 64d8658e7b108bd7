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

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension;
import io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorTest;

class ExtensionReportIT {

    private static IotCloudSimulatorExtension twoDevices() {
        return IotCloudSimulatorExtension.of(
                builder -> builder.device(TestDevice.PRODUCT, TestDevice.DEVICE, TestDevice.SECRET)
                        .device(TestDevice.PRODUCT, "dev-02"));
    }

    static class Failing {
        @RegisterExtension
        final IotCloudSimulatorExtension cloud = twoDevices();

        @Test
        void test() {
            TestDevice device = TestDevice.connected(cloud.simulator());
            assertThatThrownBy(() -> new TestDevice(
                                    TestDevice.of(cloud.simulator()).client())
                            .connect(true, "ABC1234567dev-01;12010126;x7K2p;1", "0;hmacsha256", 60))
                    .isInstanceOf(Mqtt3ConnAckException.class);
            device.publish(device.topic("event"), "{\"t\":20}", 1);
            fail("on purpose");
        }
    }

    @Test
    void failedTestPrintsOnceWhatTheSimulatorSaw() {
        String printed = StandardError.during(() -> run(Failing.class));

        assertThat(printed).matches("""
                        (?s)test\\(\\) failed. What the simulated cloud at tcp://127.0.0.1:\\d+ saw:\\R\
                        ABC1234567/dev-01 is online, 1 of 2 CONNECTs accepted, subscribed to nothing\\R\
                          shadow: version 0, \\{"reported":\\{}}\\R\
                          published: event \\{"t":20}\\R\
                          refused: ABC1234567dev-01: CONNECT \\(CONNACK 4, \\w+\\)\\R\
                        Never tried to connect: ABC1234567/dev-02\\R""").doesNotContain(TestDevice.SECRET);
    }

    static class FailingSetUp {
        @RegisterExtension
        static final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-09");

        @BeforeAll
        static void connect() {
            TestDevice.connected(cloud.simulator());
        }

        @Test
        void test() {}
    }

    static class FailingBeforeEach {
        @RegisterExtension
        final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-09");

        @BeforeEach
        void connect() {
            TestDevice.connected(cloud.simulator());
        }

        @Test
        void test() {}
    }

    @Test
    void routeThatDoesNotStartIsReportedWithTheClientThatWasRefused() {
        assertThat(StandardError.during(() -> run(FailingSetUp.class)))
                .contains("FailingSetUp failed. ")
                .contains("Never tried to connect: ABC1234567/dev-09")
                .containsOnlyOnce("Unknown client ABC1234567dev-01: CONNECT (CONNACK 2, UNKNOWN_CLIENT_ID)");
        assertThat(StandardError.during(() -> run(FailingBeforeEach.class)))
                .containsOnlyOnce("Unknown client ABC1234567dev-01: CONNECT (CONNACK 2, UNKNOWN_CLIENT_ID)");
    }

    @IotCloudSimulatorTest
    static class NotFailing {
        @Test
        void passes() {}

        @Test
        void isGivenUp() {
            Assumptions.abort();
        }
    }

    @Test
    void nothingIsPrintedWhenNoTestFails() {
        assertThat(StandardError.during(() -> run(NotFailing.class))).isEmpty();
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Leaving {
        @RegisterExtension
        static final IotCloudSimulatorExtension cloud = twoDevices();

        @Test
        @Order(1)
        void leavesFaults() {
            try (TestDevice device = TestDevice.connected(cloud.simulator())) {
                device.publish(device.topic("event"), "old", 1);
            }
            cloud.setDesired(TestDevice.PRODUCT, TestDevice.DEVICE, "{\"t\":1}");
            cloud.faults().refuseNextConnects(TestDevice.PRODUCT, TestDevice.DEVICE, 5, 3);
            cloud.faults().swallowPubAcks(TestDevice.PRODUCT, TestDevice.DEVICE, true);
            cloud.faults().goAway();
        }

        @Test
        @Order(2)
        void findsNone() {
            assertThat(cloud.simulator().received()).isEmpty();
            assertThat(cloud.simulator()
                            .shadow(TestDevice.PRODUCT, TestDevice.DEVICE)
                            .path("version")
                            .asInt())
                    .isOne();
            try (TestDevice device = TestDevice.connected(cloud.simulator())) {
                device.publish(device.topic("event"), "new", 1);
            }
        }
    }

    @Test
    void faultsAndMessagesOfOneTestDoNotReachTheNext() {
        run(Leaving.class).testEvents().assertStatistics(tests -> tests.succeeded(2));
    }

    static class NotRegistered {
        final IotCloudSimulatorExtension cloud = IotCloudSimulatorExtension.withDevice("ABC1234567", "dev-01");

        @Test
        void test() {
            cloud.brokerUrl();
        }
    }

    @Test
    void fieldThatIsNotRegisteredIsNamed() {
        run(NotRegistered.class)
                .testEvents()
                .failed()
                .assertEventsMatchExactly(
                        finishedWithFailure(message(text -> text.startsWith("The simulator does not run: the field of"
                                + " IotCloudSimulatorExtension needs @RegisterExtension"))));
    }

    @IotCloudSimulatorTest(devices = "ABC1234567/dev-01/c2VjcmV0")
    static class WithASecret {
        @Test
        void test() {}
    }

    @Test
    void deviceThatIsNoneIsNamedWithoutItsSecret() {
        run(WithASecret.class)
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(finishedWithFailure(message(text -> text.startsWith(
                                "A device of @IotCloudSimulatorTest is PRODUCT/DEVICE, such as ABC1234567/dev-01")
                        && !text.contains("c2VjcmV0"))));
    }

    static class Base {
        @RegisterExtension
        static final IotCloudSimulatorExtension cloud = twoDevices();
    }

    static class Second extends Base {
        @Test
        void test() {}
    }

    static class First extends Base {
        @Test
        void whileTheOtherRuns() {
            run(Second.class)
                    .containerEvents()
                    .failed()
                    .assertEventsMatchExactly(finishedWithFailure(message(
                            text -> text.startsWith("Another test class uses this simulator at the same time"))));
        }
    }

    @Test
    void staticFieldOfABaseClassDoesNotServeTwoClassesAtATime() {
        run(First.class).testEvents().assertStatistics(tests -> tests.succeeded(1));
        run(Second.class).testEvents().assertStatistics(tests -> tests.succeeded(1));
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }
}
