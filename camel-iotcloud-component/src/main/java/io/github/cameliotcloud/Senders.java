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

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.cameliotcloud.auth.DeviceIdentity;

/** What a producer sends over: one device, or a fleet of them; connected all the time, or on demand. */
interface Senders {

    /** Begins to connect what is to be connected all the time. */
    void open() throws Exception;

    /**
     * @param device whom a message is for
     * @return the link to send its exchange over, which is registered there; empty when this was closed
     */
    Optional<ProducerLink> take(DeviceIdentity device);

    /** Takes no more exchanges; those in work still get their answers. Does not wait. */
    void close();

    /**
     * Ends exchanges in work too.
     *
     * @return ends when all sessions that nobody else uses are closed
     */
    CompletableFuture<?>[] closeNow();

    /** @param id unique in the Camel context */
    AbstractHealthCheck healthCheck(String id);
}
