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

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.github.cameliotcloud.simulator.mqtt.RefusalListener;

/** The newest refusals of all clients, oldest first. Thread-safe. */
final class RefusalJournal implements RefusalListener {

    static final int CAPACITY = 1_000;

    private final Clock clock;
    private final Deque<Refusal> refusals = new ArrayDeque<>();

    RefusalJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void refused(String clientId, String packet, String reason) {
        if (refusals.size() == CAPACITY) {
            refusals.removeFirst();
        }
        refusals.addLast(new Refusal(clientId, packet, reason, clock.instant()));
    }

    synchronized List<Refusal> all() {
        return List.copyOf(refusals);
    }

    synchronized void clear() {
        refusals.clear();
    }
}
