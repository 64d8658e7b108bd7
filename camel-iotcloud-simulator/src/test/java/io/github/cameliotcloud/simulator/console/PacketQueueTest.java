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
package io.github.cameliotcloud.simulator.console;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PacketQueueTest {

    private final PacketQueue queue = new PacketQueue(2);

    @Test
    void packetsWithoutRoomAreCountedAndNotPutTogether() {
        offer(1);
        offer(2);
        queue.offer(() -> {
            throw new AssertionError("nobody has room for it");
        });

        PacketQueue.Batch batch = queue.drain();

        assertThat(batch.lines()).extracting(line -> line.path("n").intValue()).containsExactly(1, 2);
        assertThat(batch.lost()).isEqualTo(1);
    }

    @Test
    void anEmptiedQueueTakesPacketsAgain() {
        offer(1);
        offer(2);
        offer(3);
        queue.drain();
        offer(4);

        PacketQueue.Batch batch = queue.drain();

        assertThat(batch.lines()).hasSize(1);
        assertThat(batch.lost()).isZero();
    }

    private void offer(int number) {
        queue.offer(() -> ConsoleJson.object().put("n", number));
    }
}
