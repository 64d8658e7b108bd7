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
package io.github.cameliotcloud.examples.fleetcluster;

import org.apache.camel.builder.RouteBuilder;

import io.github.cameliotcloud.fleet.Shard;

/** Two routes for each part of the fleet. They are on every node, and run on the one that owns the part. */
final class ShardRoutes extends RouteBuilder {

    @Override
    public void configure() {
        MessageLine line = new MessageLine(getContext().resolvePropertyPlaceholders("{{node.name}}"));
        int count = Integer.parseInt(getContext().resolvePropertyPlaceholders("{{fleet.shards}}"));
        for (Shard shard : Shard.all(count)) {
            // the same for both routes: they share the connections of the devices, so they have to be on the same node
            String namespace = "boilers-" + shard.index();
            String owned = "master:" + namespace + ":";
            String devices = "?fleet=file:{{fleet.file}}&shard=" + shard;
            String file = "?fileExist=Append&fileName={{node.name}}-" + namespace + ".jsonl";

            // a delta is reported when its line is in the file
            from(owned + "iotcloud:shadow" + devices + "&onSuccess=report")
                    .routeId("deltas-" + shard.index())
                    .setBody(line)
                    .to("file:{{files.directory}}/deltas" + file);

            // a control message is acknowledged when its line is in the file; else the cloud sends it again
            from(owned + "iotcloud:control" + devices + "&onFailure=redeliver")
                    .routeId("control-" + shard.index())
                    .setBody(line)
                    .to("file:{{files.directory}}/control" + file);
        }
    }
}
