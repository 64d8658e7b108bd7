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

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

import io.github.cameliotcloud.error.IotCloudException;
import io.github.cameliotcloud.session.LogLimit;

/**
 * Logs the failures of a consumer for which the user has configured no exception handler. What the cloud can cause as
 * often as it likes is logged once a minute for each kind of exception, with how often it came.
 */
final class CalmExceptionHandler implements ExceptionHandler {

    private final ExceptionHandler log;
    private final InstantSource clock;
    private final Map<Class<?>, LogLimit> limits = new ConcurrentHashMap<>();

    CalmExceptionHandler(ExceptionHandler log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("Error", null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exception instanceof IotCloudException) {
            limits.computeIfAbsent(exception.getClass(), kind -> new LogLimit(clock))
                    .log(count -> log.handleException(
                            message + " (" + count + " of this kind; one a minute is logged)", exchange, exception));
        } else {
            log.handleException(message, exchange, exception);
        }
    }
}
