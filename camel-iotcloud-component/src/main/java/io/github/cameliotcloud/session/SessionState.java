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
package io.github.cameliotcloud.session;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a {@link DeviceSession} is.
 *
 * <pre>
 *           start              CONNACK 0             SUBACK for every filter
 *   IDLE ----------> CONNECTING ----------> SYNCING -----------------------> CONNECTED
 *                     ^  |   |                 |                                 |
 *                     |  |   | no answer       | lost                            | lost
 *               delay |  |   v                 v                                 |
 *               is    |  |  BACKING_OFF <--------------------------------------- +
 *               over  +------+
 *                     |  |
 *                     |  | refused: credential, or secret not to be had
 *                     |  v
 *                     +- REFUSED (long delay)
 *
 *   close() leads from every state to CLOSED, and nothing leads out of it.
 * </pre>
 */
public enum SessionState {
    /** Created, not started. */
    IDLE,
    /** A connection attempt is under way: secret, signature, TCP, CONNECT. */
    CONNECTING,
    /** Connected; the wanted subscriptions are being made. Publishing works. */
    SYNCING,
    /** Connected, and every wanted subscription has been answered. */
    CONNECTED,
    /** No connection; the next attempt is scheduled. */
    BACKING_OFF,
    /** The cloud refused the credentials; the next attempt comes after a long delay. */
    REFUSED,
    /** Ended for good. */
    CLOSED;

    /** @return the states that may follow; docs/images/session-states.puml draws the same, held by a test */
    public Set<SessionState> next() {
        return switch (this) {
            case IDLE -> EnumSet.of(CONNECTING, BACKING_OFF, CLOSED);
            case CONNECTING -> EnumSet.of(SYNCING, BACKING_OFF, REFUSED, CLOSED);
            case SYNCING -> EnumSet.of(CONNECTED, BACKING_OFF, CLOSED);
            case CONNECTED -> EnumSet.of(BACKING_OFF, CLOSED);
            case BACKING_OFF, REFUSED -> EnumSet.of(CONNECTING, CLOSED);
            case CLOSED -> EnumSet.noneOf(SessionState.class);
        };
    }
}
