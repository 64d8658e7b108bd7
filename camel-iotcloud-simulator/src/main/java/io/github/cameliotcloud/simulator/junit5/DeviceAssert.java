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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Condition;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.cameliotcloud.simulator.ReceivedMessage;
import io.github.cameliotcloud.simulator.Refusal;
import io.github.cameliotcloud.simulator.topic.TopicFilters;

/**
 * Assertions on a device as the cloud sees it. Each waits until it is true, at most for the timeout, unless it says
 * otherwise; a failure tells what the simulator saw in its place. Topics are what follows {@code PRODUCT/DEVICE/}, such as
 * {@code event}, or all of a topic that starts with {@code $}. Not thread-safe.
 */
public final class DeviceAssert extends AbstractAssert<DeviceAssert, ObservedDevice> {

    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(10);

    private Duration timeout = DEFAULT_TIMEOUT;
    private Optional<ReceivedMessage> marker = Optional.empty();

    DeviceAssert(ObservedDevice device) {
        super(device, DeviceAssert.class);
    }

    /**
     * How long the assertions that follow wait.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public DeviceAssert within(Duration timeout) {
        this.timeout = Timeouts.requirePositive(timeout);
        return this;
    }

    /** The device is connected. */
    public DeviceAssert isOnline() {
        return waitUntil("to be online", actual::online);
    }

    /** The device is not connected. */
    public DeviceAssert isOffline() {
        return waitUntil("to be offline", () -> !actual.online());
    }

    /** A CONNECT of the device was refused, during this test or, where that is shared, since the simulator's start. */
    public DeviceAssert wasRefused() {
        return waitUntil(
                "to have a CONNECT refused", () -> actual.refusals().stream().anyMatch(Refusal::ofConnect));
    }

    /**
     * The device's session has a filter that matches the topic.
     */
    public DeviceAssert isSubscribedTo(String topic) {
        String full = full(topic);
        return waitUntil(
                "to be subscribed to " + topic,
                () -> actual.subscriptions().stream().anyMatch(filter -> TopicFilters.matches(filter, full)));
    }

    /**
     * The device has published this.
     *
     * @param payload a JSON object or array, compared as JSON, or any other text, compared as it is
     */
    public DeviceAssert published(String topic, String payload) {
        Optional<JsonNode> json = JsonText.container(payload);
        Predicate<String> equal = json.<Predicate<String>>map(wanted -> text -> JsonText.container(text)
                        .filter(found -> JsonText.same(found, wanted))
                        .isPresent())
                .orElse(payload::equals);
        return publishedMatching(topic, payload, message -> equal.test(message.text()));
    }

    /** The device has published a message that the predicate takes. */
    public DeviceAssert published(String topic, Predicate<ReceivedMessage> wanted) {
        return publishedMatching(topic, "a message that the predicate takes", wanted);
    }

    /** The device has published a message that passes the assertions. */
    public DeviceAssert publishedSatisfying(String topic, ThrowingConsumer<ReceivedMessage> assertions) {
        AtomicReference<AssertionError> last = new AtomicReference<>();
        try {
            return publishedMatching(topic, "a message that passes the assertions", message -> {
                try {
                    assertions.accept(message);
                    return true;
                } catch (AssertionError e) {
                    last.set(e);
                    return false;
                }
            });
        } catch (AssertionError e) {
            // why the newest one did not pass
            Optional.ofNullable(last.get()).ifPresent(e::addSuppressed);
            throw e;
        }
    }

    private DeviceAssert publishedMatching(String topic, String what, Predicate<ReceivedMessage> wanted) {
        String full = full(topic);
        if (full.startsWith("$shadow/")) {
            throw new IllegalArgumentException(
                    "Requests to the shadow are not kept; what becomes of them is seen by shadowBecomes(..)");
        }
        return waitUntil("to publish on " + topic + ": " + what, () -> {
            marker = actual.published(full).stream().filter(wanted).findFirst();
            return marker.isPresent();
        });
    }

    /**
     * The device has published nothing on the topic before the message that the last {@code published} of this chain found.
     * Does not wait: messages of a connection arrive in order, so what has not come before that message will not come.
     *
     * @throws IllegalStateException when there is no such message
     */
    public DeviceAssert butNothingBeforeOn(String topic) {
        ReceivedMessage last = marker.orElseThrow(
                () -> new IllegalStateException(
                        "Nothing can be said about messages that may still come: call published(..) before butNothingBeforeOn(..)"));
        String full = full(topic);
        boolean found = actual.published().stream()
                .takeWhile(message -> message != last)
                .anyMatch(message -> message.topic().equals(full));
        if (found) {
            throw failure("%s", message("to publish nothing on " + topic + " before " + last.text(), ""));
        }
        return this;
    }

    /**
     * The shadow becomes such.
     *
     * @param wanted of the document that {@code IotCloudSimulator.shadow} returns, such as {@link
     *     IotCloudAssertions#reported}
     */
    public DeviceAssert shadowBecomes(Condition<? super JsonNode> wanted) {
        return waitUntil("to have a shadow with " + wanted.description(), () -> wanted.matches(actual.shadow()));
    }

    private String full(String topic) {
        if (topic.startsWith(actual.topicPrefix())) {
            throw new IllegalArgumentException(
                    "The topic is what follows " + actual.topicPrefix() + ", such as event, not " + topic);
        }
        return topic.startsWith("$") ? topic : actual.topicPrefix() + topic;
    }

    private DeviceAssert waitUntil(String expectation, BooleanSupplier met) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL_INTERVAL)
                    .atMost(timeout)
                    .until(met::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            throw failure("%s", message(expectation, " within " + Timeouts.text(timeout)));
        }
        return this;
    }

    private String message(String expectation, String span) {
        String newLine = System.lineSeparator();
        return newLine + "Expecting device " + actual + newLine + "  " + expectation + newLine + "but" + span
                + " the simulated cloud saw:" + newLine + DeviceReport.of(actual);
    }
}
