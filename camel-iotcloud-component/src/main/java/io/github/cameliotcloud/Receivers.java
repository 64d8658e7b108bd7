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

import org.apache.camel.impl.health.AbstractHealthCheck;

/** What brings a consumer its messages: one device, or a fleet of them. */
interface Receivers {

    /** Wants messages from now on, at first or after a pause. */
    void receive() throws Exception;

    /** Takes no new messages; those in work go on. */
    void pause();

    /** Ends all; waits for that within a bound. Also after a start that has failed. */
    void close();

    /** @param id unique in the Camel context */
    AbstractHealthCheck healthCheck(String id);
}
