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

import org.apache.camel.main.Main;

import io.github.cameliotcloud.error.Explanation;

/** The application of one pod: its shards of the fleet, found through leases. */
public final class FleetOnKubernetes {

    private static final String SETTINGS = "file:/etc/fleet/fleet.properties";

    private FleetOnKubernetes() {}

    public static void main(String[] args) {
        try {
            System.exit(application(SETTINGS).run(args));
        } catch (Exception e) {
            System.err.println("fleet: " + Explanation.of(e).orElse(e.toString()));
            System.exit(1);
        }
    }

    /** @param settings where the properties are, which the manifest mounts as a file */
    static Main application(String settings) {
        Main main = new Main(FleetOnKubernetes.class);
        main.setPropertyPlaceholderLocations(settings);
        main.configure().setBasePackageScanEnabled(false);
        main.configure().addConfiguration(ClusterOfPods.class);
        main.configure().addRoutesBuilder(new FleetRoutes());
        return main;
    }
}
