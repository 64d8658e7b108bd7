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
package io.github.cameliotcloud.chaos;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Messages with the numbers 0, 1, 2... of one direction of one device: which were sent, which were seen, in what order. */
final class Ledger {

    private final BitSet seen = new BitSet();
    private final BitSet superseded = new BitSet();
    private final List<String> disorder = new ArrayList<>();
    private int sent;
    private int duplicates;

    /** @return the number of the next message to send */
    synchronized int next() {
        return sent++;
    }

    /** @return true when the message is seen for the first time */
    synchronized boolean seen(int number) {
        if (seen.get(number)) {
            duplicates++;
            return false;
        }
        if (seen.length() > number) {
            disorder.add(number + " came after " + (seen.length() - 1));
        }
        seen.set(number);
        return true;
    }

    /** Notes that a later message made this one needless; it is not lost then. */
    synchronized void superseded(int number) {
        superseded.set(number);
    }

    /** Notes something that came twice and must not be taken for a message with the same number. */
    synchronized void duplicate() {
        duplicates++;
    }

    synchronized boolean hasSeen(int number) {
        return seen.get(number);
    }

    synchronized int sent() {
        return sent;
    }

    synchronized int processed() {
        return seen.cardinality();
    }

    synchronized int duplicates() {
        return duplicates;
    }

    synchronized int lost() {
        BitSet accounted = seen.get(0, sent);
        accounted.or(superseded.get(0, sent));
        return sent - accounted.cardinality();
    }

    /** @return messages seen for the first time after a later one */
    synchronized List<String> disorder() {
        return List.copyOf(disorder);
    }
}
