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
package io.github.cameliotcloud.benchmarks.messages;

import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with one route. */
final class CamelRoute implements AutoCloseable {

    private static final String START = "direct:start";

    private final DefaultCamelContext context = new DefaultCamelContext();

    private CamelRoute(RouteBuilder route) throws Exception {
        context.addRoutes(route);
        context.start();
    }

    /** A route from {@code direct:start} to an endpoint. */
    static CamelRoute to(String uri) throws Exception {
        return new CamelRoute(new RouteBuilder() {
            @Override
            public void configure() {
                from(START).to(uri);
            }
        });
    }

    /** A route that does something for each message, and nothing else. */
    static CamelRoute from(String uri, Runnable action) throws Exception {
        return new CamelRoute(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> action.run());
            }
        });
    }

    /** Sends into the route without waiting; one exchange for each message. */
    Sender.Sending sending(Object body) throws Exception {
        Endpoint start = context.getEndpoint(START);
        AsyncProducer producer = start.createAsyncProducer();
        producer.start();
        return window -> {
            Exchange exchange = start.createExchange();
            exchange.getMessage().setBody(body);
            producer.process(exchange, doneSync -> window.answered(exchange.getException()));
        };
    }

    /** Sends into the route and waits for its end. */
    Object ask(Object body) {
        return context.createProducerTemplate().requestBody(START, body);
    }

    DefaultCamelContext context() {
        return context;
    }

    @Override
    public void close() {
        context.stop();
    }
}
