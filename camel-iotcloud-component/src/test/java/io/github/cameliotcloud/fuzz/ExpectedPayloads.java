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
package io.github.cameliotcloud.fuzz;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Payloads that shall arrive once, in order and byte for byte. */
final class ExpectedPayloads {

    private final Queue<byte[]> onTheirWay = new ConcurrentLinkedQueue<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicReference<String> mistake = new AtomicReference<>();

    void add(byte[] payload) {
        onTheirWay.add(payload);
    }

    void arrived(byte[] payload) {
        byte[] expected = onTheirWay.poll();
        int number = arrived.incrementAndGet();
        if (!Arrays.equals(expected, payload)) {
            mistake.compareAndSet(null, "payload " + number + " is not the one that was sent");
        }
    }

    /** @return whether nothing is on its way */
    boolean areAllHere() {
        return onTheirWay.isEmpty();
    }

    /** @return what was wrong first, null as long as nothing is */
    String mistake() {
        return mistake.get();
    }

    /** @return how many have arrived */
    int count() {
        return arrived.get();
    }
}
