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

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.error.ShadowRequestRejectedException;

class CalmExceptionHandlerTest {

    private final Log log = new Log();
    private final ExceptionHandler handler = new CalmExceptionHandler(log, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void ofManyMalformedMessagesOneIsLogged() {
        for (int i = 0; i < 1000; i++) {
            handler.handleException("no shadow", new MalformedMessageException("x"));
        }
        assertThat(log.lines).containsExactly("no shadow (1 of this kind; one a minute is logged)");
    }

    @Test
    void oneKindDoesNotHideAnother() {
        handler.handleException("a", new MalformedMessageException("x"));
        handler.handleException("b", new ShadowRequestRejectedException("x", 5003));
        assertThat(log.lines).hasSize(2);
    }

    @Test
    void whatTheRouteItselfFailsWithIsLoggedEachTime() {
        handler.handleException("a", new IllegalStateException());
        handler.handleException("a", new IllegalStateException());
        assertThat(log.lines).containsExactly("a", "a");
    }

    private static final class Log implements ExceptionHandler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void handleException(Throwable exception) {
            lines.add(null);
        }

        @Override
        public void handleException(String message, Throwable exception) {
            lines.add(message);
        }

        @Override
        public void handleException(String message, Exchange exchange, Throwable exception) {
            lines.add(message);
        }
    }
}
