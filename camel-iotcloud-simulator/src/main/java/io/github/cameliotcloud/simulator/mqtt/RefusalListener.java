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
package io.github.cameliotcloud.simulator.mqtt;

/** Hears what the cloud refused. Called on event loops: must return at once. */
@FunctionalInterface
public interface RefusalListener {

    /** The packet of a refused connection. */
    String CONNECT = "CONNECT";

    /**
     * @param clientId what the client calls itself, cut and without control characters
     * @param packet   {@link #CONNECT}, or PUBLISH or SUBSCRIBE and the topic, cut and without control characters
     * @param reason   why, and what the client got; without anything that is secret
     */
    void refused(String clientId, String packet, String reason);
}
