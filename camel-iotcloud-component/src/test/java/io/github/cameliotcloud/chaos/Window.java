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

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Paces a sender by what has been processed. */
final class Window {

    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Semaphore free;
    private final int size;

    Window(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** Waits, within a bound, until one more message may be on its way. */
    void enter() throws InterruptedException {
        take(1);
    }

    void leave() {
        free.release();
    }

    /** Waits, within a bound, until nothing is on its way. */
    void drain() throws InterruptedException {
        take(size);
        free.release(size);
    }

    private void take(int permits) throws InterruptedException {
        if (!free.tryAcquire(permits, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing moved for " + LONGEST_WAIT_SECONDS + " s with "
                    + (size - free.availablePermits()) + " messages on their way");
        }
    }
}
