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
package io.github.cameliotcloud.simulator.limits;

/**
 * A number of the cloud that can be set (protocol.md 2.6, 2.7, 3.2), and its value in each profile of {@link Limits}.
 * {@link Limits#UNLIMITED} is allowed where the greatest value is not told.
 */
public enum Limit {
    /** PUBLISH packets of one device in a second, shadow requests included. */
    UPLINK_PER_SECOND(1, Limits.UNLIMITED, Limits.UNLIMITED, 30, 20),
    /** Messages to one device in a second; what is stored counts when it is stored, and shadow documents do not count. */
    DOWNLINK_PER_SECOND(1, Limits.UNLIMITED, Limits.UNLIMITED, 50, 20),
    /** Bytes of a message, to or from a device. */
    PAYLOAD_BYTES(1, 1024 * 1024, 16 * 1024, 16 * 1024, 16 * 1024),
    /** UTF-8 bytes of a topic name or filter. */
    TOPIC_BYTES(1, 65_535, 255, 255, 255),
    /** Slashes in a topic name or filter. */
    TOPIC_SLASHES(0, 65_535, 10, 10, 6),
    /** Topic filters that the session of one device may hold. */
    SUBSCRIPTIONS_PER_DEVICE(0, Limits.UNLIMITED, Limits.UNLIMITED, Limits.UNLIMITED, 100),
    /** Topic filters in one SUBSCRIBE; one with more is refused as a whole. */
    FILTERS_PER_SUBSCRIBE(1, Limits.UNLIMITED, 1, 1, 1),
    /** Custom topic classes of one product; checked at the start. */
    CUSTOM_TOPIC_CLASSES(0, Limits.UNLIMITED, Limits.UNLIMITED, 100, 20),
    /** Milliseconds between two admitted CONNECTs of one device. */
    CONNECT_INTERVAL_MS(0, Limits.UNLIMITED, 0, 5000, 5000),
    /** Least keep-alive of a CONNECT in seconds. */
    KEEP_ALIVE_MIN_SECONDS(0, 65_535, 0, 0, 60),
    /** Greatest keep-alive of a CONNECT in seconds. */
    KEEP_ALIVE_MAX_SECONDS(0, 65_535, 900, 900, 850),
    /** Messages of QoS 1 that are kept for one device while it is offline. */
    STORED_MESSAGES(0, Limits.UNLIMITED, 150, 150, 150),
    /** Hours that a session outlives its connection. */
    SESSION_HOURS(0, Limits.UNLIMITED, 24, 24, 24),
    /** Milliseconds between two of the messages that waited for a reconnect; the first comes at once. */
    STORED_MESSAGE_SPACING_MS(0, 60_000, 0, 500, 500),
    /** Messages of QoS 1 to one device that may be on the wire without a PUBACK; unknown of the cloud. */
    IN_FLIGHT_MESSAGES(1, 65_535, 20, 20, 20),
    /** Messages of QoS 1 that may wait behind these while the device is online; unknown of the cloud. */
    WAITING_MESSAGES(0, Limits.UNLIMITED, 10_000, 10_000, 10_000);

    private final int least;
    private final int greatest;
    private final int relaxed;
    private final int editionA;
    private final int editionL;

    Limit(int least, int greatest, int relaxed, int editionA, int editionL) {
        this.least = least;
        this.greatest = greatest;
        this.relaxed = relaxed;
        this.editionA = editionA;
        this.editionL = editionL;
    }

    int relaxed() {
        return relaxed;
    }

    int editionA() {
        return editionA;
    }

    int editionL() {
        return editionL;
    }

    int require(int value) {
        if (value < least || value > greatest) {
            String range = greatest == Limits.UNLIMITED ? least + " or more" : least + " to " + greatest;
            throw new IllegalArgumentException("The limit " + this + " is " + range + ", not " + value);
        }
        return value;
    }
}
