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
package io.github.cameliotcloud;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.session.AsyncFailures;
import io.github.cameliotcloud.session.SessionListener;
import io.github.cameliotcloud.shadow.ShadowDelta;

/**
 * Tells the cloud that deltas were processed. What gets lost with the connection is told again on the next one: the
 * delta itself is not delivered twice, so nothing else would ever bring reported and desired together. Only the newest
 * is kept, because a delta holds all that is desired.
 */
final class DeltaConfirmations implements SessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(DeltaConfirmations.class);

    private final Function<ShadowDelta, CompletableFuture<Boolean>> cloud;
    private final ExceptionHandler exceptionHandler;
    private final AtomicReference<ShadowDelta> untold = new AtomicReference<>();
    private final AtomicInteger connects = new AtomicInteger();
    private volatile ShadowDelta newest;

    /** @param cloud tells the cloud; false means that a newer delta is on its way */
    DeltaConfirmations(Function<ShadowDelta, CompletableFuture<Boolean>> cloud, ExceptionHandler exceptionHandler) {
        this.cloud = cloud;
        this.exceptionHandler = exceptionHandler;
    }

    /** @return ends when the first try has ended; never fails */
    CompletionStage<?> confirm(ShadowDelta delta) {
        newest = delta;
        return tell(delta);
    }

    @Override
    public void connected() {
        connects.incrementAndGet();
        tellUntold();
    }

    /** Gives up what is untold. */
    void close() {
        newest = null;
    }

    private CompletionStage<?> tell(ShadowDelta delta) {
        int connectsBefore = connects.get();
        return cloud.apply(delta).handle((taken, failure) -> {
            if (failure == null) {
                LOG.debug("Version {} is {}", delta.version(), taken ? "confirmed" : "superseded");
            } else if (mayHelpToRepeat(failure)) {
                LOG.debug("Version {} is not confirmed yet", delta.version(), failure);
                keep(delta, isTimeout(failure) || connects.get() != connectsBefore);
            } else {
                exceptionHandler.handleException(
                        "Delta of version " + delta.version() + " was processed, but telling the cloud failed",
                        AsyncFailures.unwrap(failure));
            }
            return null;
        });
    }

    /** A connection that is lost waits for the next one, or it would be tried for as long as nobody noticed the loss. */
    private void keep(ShadowDelta delta, boolean tellNow) {
        if (delta == newest) {
            untold.set(delta);
            if (tellNow) {
                tellUntold();
            }
        }
    }

    private void tellUntold() {
        ShadowDelta delta = untold.getAndSet(null);
        if (delta != null && delta == newest) {
            tell(delta);
        }
    }

    private static boolean isTimeout(Throwable failure) {
        return AsyncFailures.unwrap(failure) instanceof TimeoutException;
    }

    private static boolean mayHelpToRepeat(Throwable failure) {
        return isTimeout(failure) || AsyncFailures.unwrap(failure) instanceof DeviceNotConnectedException;
    }
}
