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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the service was set to, checked. */
record Settings(
        String nodes,
        String basePath,
        int sessionTimeout,
        int connectionTimeout,
        long takeOverDelay,
        long rebalancePeriod,
        String id) {

    static final int SESSION_TIMEOUT = 15_000;
    static final int CONNECTION_TIMEOUT = 5_000;
    static final long TAKE_OVER_DELAY = 4_000;
    static final long REBALANCE_PERIOD = 500;

    private static final Pattern NODES = Pattern.compile("[^,/\\s]+:\\d{1,5}(,[^,/\\s]+:\\d{1,5})*");
    private static final Pattern BASE_PATH = Pattern.compile("(/[^/\\s]+)+");

    Settings {
        check(
                nodes != null && NODES.matcher(nodes).matches(),
                "nodes=" + nodes + " names no ZooKeeper: set it to host:port, several separated by commas");
        check(
                BASE_PATH.matcher(basePath).matches(),
                "basePath=" + basePath
                        + " is no path of ZooKeeper: begin it with a slash and end it without, as /iotcloud");
        check(sessionTimeout >= 1, positive("sessionTimeout", sessionTimeout));
        check(connectionTimeout >= 1, positive("connectionTimeout", connectionTimeout));
        check(
                takeOverDelay >= 0,
                "takeOverDelay=" + takeOverDelay
                        + " is negative: set the milliseconds that another node may need to let go of its devices");
        check(rebalancePeriod >= 1, positive("rebalancePeriod", rebalancePeriod));
        check(
                !id.isBlank() && !id.contains("/"),
                "id=" + id + " cannot be the name of a node: leave it out or set one without slashes");
    }

    static String uniqueId() {
        return hostName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    private static String positive(String option, long value) {
        return option + "=" + value + " is no time to wait: set milliseconds, 1 or more";
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException("Cluster service: " + message);
        }
    }
}
