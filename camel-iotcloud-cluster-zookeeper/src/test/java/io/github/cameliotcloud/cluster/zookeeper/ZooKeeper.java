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
package io.github.cameliotcloud.cluster.zookeeper;

import java.io.File;

import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;

/** A ZooKeeper that lets sessions be as short as a second. */
final class ZooKeeper {

    static final int TICK = 200;

    private ZooKeeper() {}

    static TestingServer start() throws Exception {
        return start(-1, null);
    }

    static TestingServer start(int port, File data) throws Exception {
        return new TestingServer(new InstanceSpec(data, port, -1, -1, data == null, -1, TICK, -1), true);
    }
}
