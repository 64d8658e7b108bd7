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
package io.github.cameliotcloud.examples.kubernetes;

import org.apache.camel.builder.RouteBuilder;

import io.github.cameliotcloud.fleet.Shard;

/** A route for each shard; they run where the shard's lease is held. */
public class FleetRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::routes[]
        int count = Integer.parseInt(getContext().resolvePropertyPlaceholders("{{fleet.shards}}"));
        for (Shard shard : Shard.all(count)) {
            from("master:boilers-" + shard.index() + ":iotcloud:shadow?fleet={{fleet.devices}}&onSuccess=report&shard="
                            + shard)
                    .to("{{fleet.deltas}}");
        }
        // end::routes[]
    }
}
