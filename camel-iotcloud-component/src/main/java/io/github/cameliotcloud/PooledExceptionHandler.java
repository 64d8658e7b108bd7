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

import java.util.concurrent.Executor;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/**
 * Handles exceptions on Camel's pool. With bridgeErrorHandler a handler runs a route, which must not happen on the
 * thread of the MQTT library that brought the problem.
 *
 * @param handler does the work
 * @param pool    where it does it
 */
record PooledExceptionHandler(ExceptionHandler handler, Executor pool) implements ExceptionHandler {

    @Override
    public void handleException(Throwable exception) {
        pool.execute(() -> handler.handleException(exception));
    }

    @Override
    public void handleException(String message, Throwable exception) {
        pool.execute(() -> handler.handleException(message, exception));
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        pool.execute(() -> handler.handleException(message, exchange, exception));
    }
}
