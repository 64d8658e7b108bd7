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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.Shard;

/** Into how many parts the endpoints of one component cut each fleet. With two numbers, devices would be left out or served twice. */
final class ShardCounts {

    private final Map<Object, Shard> first = new ConcurrentHashMap<>();

    /**
     * @param fleet which fleet, as the URI names it
     * @throws InvalidOptionException when an endpoint before has cut it otherwise
     */
    void check(Object fleet, Shard shard) {
        Shard before = first.putIfAbsent(fleet, shard);
        if (before != null && before.count() != shard.count()) {
            throw new InvalidOptionException(
                    "shard",
                    shard,
                    "another endpoint of this application serves shard " + before
                            + " of the same fleet; use the same number of parts everywhere, and stop all nodes to change it");
        }
    }

    void clear() {
        first.clear();
    }
}
