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
import java.util.function.Consumer;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Where a producer sends its messages to. */
interface Outlet {

    /** Wants what it needs of the cloud to send messages; returns at once. */
    void open();

    /** Waits, within a bound, until the cloud has granted it; the session is connected by then. */
    void awaitGranted() throws Exception;

    /** @return whether the cloud has granted what sending needs on the connection of this moment */
    boolean isGranted();

    /**
     * Begins to send; returns at once.
     *
     * @return ends with what the cloud's answer writes into the exchange's message
     * @throws Exception when the message cannot be sent at all
     */
    CompletableFuture<Consumer<Message>> send(Exchange exchange) throws Exception;

    /** Needs nothing of the cloud any more. */
    void close();
}
