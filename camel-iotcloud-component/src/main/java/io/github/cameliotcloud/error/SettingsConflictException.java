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
package io.github.cameliotcloud.error;

/** Two endpoints want different connections for one device, but the cloud allows a device one connection. */
public class SettingsConflictException extends IllegalArgumentException {

    /**
     * @param device      the device
     * @param owner       the endpoint that is starting
     * @param otherOwner  an endpoint that already uses the device
     * @param differences what differs, by option
     */
    public SettingsConflictException(Object device, String owner, String otherOwner, String differences) {
        super("Device " + device + " has one connection, but " + owner + " and " + otherOwner
                + " want different ones: give both the same " + differences);
    }
}
