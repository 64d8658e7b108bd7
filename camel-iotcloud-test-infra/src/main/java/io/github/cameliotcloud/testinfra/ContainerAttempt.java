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
package io.github.cameliotcloud.testinfra;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.testcontainers.DockerClientFactory;

/** Starts a container, or says within a bound why there is none. */
final class ContainerAttempt {

    private static final long LONGEST_PULL_SECONDS = 90;
    private static final long LONGEST_ANSWER_SECONDS = 20;
    private static final long LONGEST_START_SECONDS = 90;

    private ContainerAttempt() {}

    /** Bounded: where Docker answers but no registry does, Testcontainers tries for minutes, for its own images too. */
    static <T> T start(ContainerImage image, Callable<T> container) throws NotAvailableException {
        ExecutorService attempt = Executors.newSingleThreadExecutor();
        try {
            within(
                    LONGEST_PULL_SECONDS,
                    attempt.submit(() -> {
                        DockerImages.require(image);
                        return image;
                    }),
                    "Docker did not get " + image.name());
            boolean ready = within(
                    LONGEST_ANSWER_SECONDS,
                    attempt.submit(() -> DockerClientFactory.instance().isDockerAvailable()),
                    "Docker has " + image.name() + ", but Testcontainers did not start its helper container");
            if (!ready) {
                throw new NotAvailableException("Testcontainers cannot use this Docker");
            }
            return within(LONGEST_START_SECONDS, attempt.submit(container), "Docker did not start " + image.name());
        } finally {
            attempt.shutdownNow();
        }
    }

    private static <T> T within(long seconds, Future<T> step, String otherwise) throws NotAvailableException {
        try {
            return step.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotAvailableException(otherwise + " within " + seconds + " s");
        } catch (ExecutionException e) {
            throw new NotAvailableException(String.valueOf(e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAvailableException("interrupted");
        }
    }
}
