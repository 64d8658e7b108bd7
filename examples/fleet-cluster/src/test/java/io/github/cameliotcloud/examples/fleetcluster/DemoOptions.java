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

import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param zooKeeper addresses of an external ZooKeeper; without them one runs in the demonstration
 */
record DemoOptions(Optional<String> zooKeeper) {

    static final String USAGE = """
            Usage: fleet-cluster [--zookeeper HOST:PORT[,HOST:PORT...]]
              --zookeeper  a ZooKeeper of yours instead of one that ends with the demonstration""";

    /** @throws IllegalArgumentException with one sentence that says what to change */
    static DemoOptions parse(List<String> args) {
        if (args.isEmpty()) {
            return new DemoOptions(Optional.empty());
        }
        if (!args.get(0).equals("--zookeeper") || args.size() > 2) {
            throw new IllegalArgumentException("unknown option " + args.get(0) + "\n" + USAGE);
        }
        if (args.size() == 1 || !args.get(1).matches("[^\\s:,]+:\\d+(,[^\\s:,]+:\\d+)*")) {
            throw new IllegalArgumentException("--zookeeper needs host:port, or several with commas between them");
        }
        return new DemoOptions(Optional.of(args.get(1)));
    }
}
