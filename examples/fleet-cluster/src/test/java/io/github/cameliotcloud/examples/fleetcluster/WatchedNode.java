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

import java.io.IOException;

/** A node that dies with the process that has started it, however that ends: it holds the other end of standard input. */
final class WatchedNode {

    private WatchedNode() {}

    public static void main(String[] args) {
        Thread watch = new Thread(WatchedNode::dieWithStarter, "starter");
        watch.setDaemon(true);
        watch.start();
        FleetNode.main(args);
    }

    private static void dieWithStarter() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written there
            }
        } catch (IOException e) {
            // the same as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
