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
package io.github.cameliotcloud.simulator.session;

/** What became of a message to a device (protocol.md 7.5). */
public enum DeliveryOutcome {
    /** Handed to the connection, or in the queue for a place in its in-flight window. */
    SENT,
    /** Kept for the device's next connection. */
    STORED,
    /** The device is away and nothing is kept for it. */
    OFFLINE,
    /** The device did not subscribe to the topic. */
    NOT_SUBSCRIBED,
    /** Too many messages wait for the device already. */
    OVERFLOW,
    /** Too many messages went to the device within a second. */
    OVER_RATE
}
