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

import java.time.Duration;

/** Runs something later. The one source of delays, so that tests can move time by hand. */
public interface Scheduler {

    /**
     * @param delay how long to wait
     * @param task  what to run then; must not block
     * @return cancels the task if it has not run yet
     */
    Cancellable after(Duration delay, Runnable task);

    /** @return the time that delays are measured by, in nanoseconds from any origin; never goes back */
    long nanoTime();

    /** Undoes what returned it. */
    @FunctionalInterface
    interface Cancellable {

        /** Does nothing the second time, or when it is too late. */
        void cancel();
    }
}
