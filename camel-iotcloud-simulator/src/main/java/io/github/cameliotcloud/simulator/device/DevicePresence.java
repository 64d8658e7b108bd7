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

import java.time.Instant;
import java.util.Optional;

/**
 * When a device was there.
 *
 * @param online whether it is connected now
 * @param created since when it is known
 * @param firstLogin its first accepted CONNECT
 * @param lastLogin its latest accepted CONNECT
 * @param lastLogout the latest end of a connection
 */
public record DevicePresence(
        boolean online,
        Instant created,
        Optional<Instant> firstLogin,
        Optional<Instant> lastLogin,
        Optional<Instant> lastLogout) {}
