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

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the sessions of a fleet to close, all together within one bound. */
record ClosingDevices(Duration limit) {

    private static final Logger LOG = LoggerFactory.getLogger(ClosingDevices.class);

    void await(CompletableFuture<?>... closing) {
        try {
            CompletableFuture.allOf(closing).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("A device of a fleet was not closed: {}", e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("Some of {} devices did not disconnect within {} ms", closing.length, limit.toMillis());
        }
    }
}
