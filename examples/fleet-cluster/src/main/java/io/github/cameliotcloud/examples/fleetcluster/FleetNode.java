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

import org.apache.camel.main.Main;

import io.github.cameliotcloud.error.Explanation;

/** A node of the cluster: start it as often as you like, on as many machines. Its settings are in application.properties. */
public final class FleetNode {

    private FleetNode() {}

    public static void main(String[] args) {
        try {
            Main main = new Main();
            main.configure().addRoutesBuilder(new ShardRoutes());
            System.exit(main.run(args));
        } catch (Exception e) {
            System.err.println("fleet-cluster: " + Explanation.of(e).orElse(e.toString()));
            System.exit(1);
        }
    }
}
