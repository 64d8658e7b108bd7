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
package io.github.cameliotcloud.simulator.store;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that touches the file. An interrupt closes the file under the thread that it hits, so that none of the
 * callers may do it; and what the thread does needs no lock.
 */
final class StoreThread {

    private static final Logger LOG = LoggerFactory.getLogger(StoreThread.class);
    private static final long MAX_WAIT_SECONDS = 10;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "simulator-store");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Waits for the result; usually for microseconds.
     *
     * @throws StoreException when the action does, takes more than 10 s, or the store is closed
     */
    <T> T call(Callable<T> action) {
        try {
            return result(executor.submit(action));
        } catch (RejectedExecutionException e) {
            throw new StoreException("The store is closed.", e);
        }
    }

    private static <T> T result(Future<T> future) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true; // and goes on, as what was begun cannot be taken back
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException cause
                    ? cause
                    : new StoreException("The store failed: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException("The store did not answer within " + MAX_WAIT_SECONDS + " s.", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does not wait; a failure is logged. */
    void execute(Runnable action) {
        try {
            executor.execute(() -> logged(action));
        } catch (RejectedExecutionException e) {
            LOG.debug("The store is closed", e);
        }
    }

    /** Does what waits, then the last action; at most for 10 s. */
    void close(Runnable last) {
        execute(last);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The store is still busy after {} s; it holds what was answered", MAX_WAIT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void logged(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("The store failed", e);
        }
    }
}
