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
package io.github.cameliotcloud.benchmarks.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The messages of one run: one follows for each that was acknowledged, as many at a time as PUBACKs came at a time. */
final class ReadyMadeMessages {

    /** After how many messages the packets repeat. */
    static final int CYCLE = 10_000;

    private final OutputStream out;
    private final byte[] packets;
    private final int number;
    private final CountDownLatch over = new CountDownLatch(1);
    private int sent;
    private int acknowledged;
    private int room;

    /** @param packets {@link #CYCLE} of the same length */
    ReadyMadeMessages(OutputStream out, byte[] packets, int number) {
        this.out = out;
        this.packets = packets;
        this.number = number;
    }

    synchronized void begin(int inFlight) throws IOException {
        room = inFlight;
        fill();
    }

    /** @param write whether it is time to send what may follow */
    synchronized void acknowledged(boolean write) throws IOException {
        room++;
        if (++acknowledged == number) {
            over.countDown();
        } else if (write) {
            fill();
        }
    }

    private void fill() throws IOException {
        int length = packets.length / CYCLE;
        while (room > 0 && sent < number) {
            int first = sent % CYCLE;
            int count = Math.min(Math.min(room, number - sent), CYCLE - first);
            out.write(packets, first * length, count * length);
            sent += count;
            room -= count;
        }
    }

    boolean await(long time, TimeUnit unit) throws InterruptedException {
        return over.await(time, unit);
    }
}
