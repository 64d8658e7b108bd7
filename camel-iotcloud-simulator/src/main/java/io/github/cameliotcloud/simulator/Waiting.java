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

import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vertx.core.Future;

/** Bounded waits for the network. */
final class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final int LIMIT_SECONDS = 15;

    private Waiting() {}

    /** @throws IllegalStateException with one sentence for the user when the port does not open */
    static int forPort(String protocol, String host, int port, Future<Integer> opening) {
        String place = protocol + " port " + port + " on " + host;
        try {
            return await(opening);
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof BindException
                    ? "it is in use or not allowed"
                    : String.valueOf(e.getCause().getMessage());
            throw new IllegalStateException("The simulator cannot open " + place + ": " + reason + ".", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The simulator waited too long for " + place + ".", e);
        }
    }

    /** Waits, and only logs when it fails. */
    static void quietly(String what, Future<Void> future) {
        try {
            await(future);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            LOG.warn("Failed at {}", what, e);
        }
    }

    private static <T> T await(Future<T> future) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
