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

/**
 * Looks on while clients and the simulated cloud exchange packets. Both methods are called on event loops, of several
 * connections at once: they must return at once.
 */
public interface PacketListener {

    /** Looks at nothing. */
    PacketListener NOBODY = new PacketListener() {
        @Override
        public boolean wants(String clientId) {
            return false;
        }

        @Override
        public void packet(Packet packet) {}
    };

    /**
     * Whether packets of this client shall be shown now; without it nothing is even put together.
     *
     * @param clientId as the client says it: any text, or null
     */
    boolean wants(String clientId);

    /** Called for each packet that was received, or is about to be written; in order for each connection. */
    void packet(Packet packet);
}
