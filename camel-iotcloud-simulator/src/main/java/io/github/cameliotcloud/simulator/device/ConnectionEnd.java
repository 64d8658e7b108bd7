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
package io.github.cameliotcloud.simulator.device;

/** Why a connection of a device has ended. */
public enum ConnectionEnd {
    /** The device said DISCONNECT. */
    DISCONNECT,
    /** It broke without a DISCONNECT: a dead process, the network, or a keep-alive that ran out. */
    LOST,
    /** The same device logged in once more (protocol.md 2.6). */
    SECOND_LOGIN,
    /** The cloud closed it for another reason: a device that was disabled or deleted, or an injected fault. */
    CLOUD
}
