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

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.Shard;

/** Refuses a shard that there cannot be. */
final class ShardChecks {

    private ShardChecks() {}

    /** @throws InvalidOptionException when the shard is none, or of nothing */
    static void check(IotCloudConfiguration options) {
        if (options.getShard() == null) {
            return;
        }
        Shard.parse(options.getShard());
        if (options.getFleet() == null) {
            throw new InvalidOptionException(
                    "shard",
                    options.getShard(),
                    "is set without fleet, but it is a part of one; set fleet, or leave shard out");
        }
    }
}
