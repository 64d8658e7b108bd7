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
package io.github.cameliotcloud.shadow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.cameliotcloud.session.Subscription;

/** One subscription for all who want it, so that each message comes once however many they are. */
final class SharedSubscription {

    private final Supplier<Subscription> begin;
    private Subscription current;
    private int users;

    /** @param begin makes the subscription when the first one wants it */
    SharedSubscription(Supplier<Subscription> begin) {
        this.begin = begin;
    }

    synchronized Subscription join() {
        if (users++ == 0) {
            current = begin.get();
        }
        Subscription joined = current;
        AtomicBoolean cancelled = new AtomicBoolean();
        return new Subscription() {
            @Override
            public CompletableFuture<Void> granted() {
                return joined.granted();
            }

            @Override
            public void cancel() {
                if (cancelled.compareAndSet(false, true)) {
                    leave();
                }
            }
        };
    }

    private synchronized void leave() {
        if (--users == 0) {
            current.cancel();
        }
    }
}
