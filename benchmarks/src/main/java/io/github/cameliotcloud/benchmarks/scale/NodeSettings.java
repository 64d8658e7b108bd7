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
package io.github.cameliotcloud.benchmarks.scale;

import java.nio.file.Path;
import java.util.List;

/**
 * What a node serves.
 *
 * @param index           which node, from 0
 * @param nodes           of how many
 * @param shards          of the whole fleet; the node serves every n-th of them
 * @param devices         of the whole fleet
 * @param keepAlive       in seconds
 * @param brokerUrl       where they connect
 * @param tls             how it trusts the other side
 * @param rootCertificate file of it
 */
record NodeSettings(
        int index,
        int nodes,
        int shards,
        int devices,
        int keepAlive,
        String brokerUrl,
        NodeTls tls,
        Path rootCertificate) {

    static NodeSettings of(String... arguments) {
        return new NodeSettings(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                arguments[5],
                NodeTls.valueOf(arguments[6]),
                Path.of(arguments[7]));
    }

    List<String> arguments() {
        return List.of(
                String.valueOf(index),
                String.valueOf(nodes),
                String.valueOf(shards),
                String.valueOf(devices),
                String.valueOf(keepAlive),
                brokerUrl,
                tls.name(),
                rootCertificate.toString());
    }
}
