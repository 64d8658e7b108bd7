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

import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, once for each mistake, of nodes that do not go together. */
final class GroupCheck {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCheck.class);

    private final String id;
    private final String name;
    private final long patienceMillis;
    private final LongSupplier clockMillis;
    private String complaint = "";
    private long since;
    private boolean reported;

    /** @param patienceMillis for nodes whose routes are just being started, and for sessions of dead ones */
    GroupCheck(String id, String name, long patienceMillis, LongSupplier clockMillis) {
        this.id = id;
        this.name = name;
        this.patienceMillis = patienceMillis;
        this.clockMillis = clockMillis;
    }

    /** The warning that became due with this look, or null. */
    String look(Map<String, Announcement> members) {
        String now = complaintOf(members);
        if (!now.equals(complaint)) {
            complaint = now;
            since = clockMillis.getAsLong();
            reported = false;
        }
        if (reported || complaint.isEmpty() || clockMillis.getAsLong() - since < patienceMillis) {
            return null;
        }
        reported = true;
        LOG.warn(complaint);
        return complaint;
    }

    private String complaintOf(Map<String, Announcement> members) {
        boolean twin = members.keySet().stream()
                .anyMatch(other -> !other.equals(name) && Group.idOf(other).equals(id));
        if (twin) {
            return "Another node of the cluster has the id " + id
                    + " as well: give each node an id of its own, or none";
        }
        Announcement own = members.getOrDefault(name, Announcement.NOTHING);
        return members.entrySet().stream()
                .filter(other -> !other.getValue().running().equals(own.running()))
                .map(other -> "Node " + Group.idOf(other.getKey()) + " runs other namespaces than this node " + id
                        + " (only there: " + minus(other.getValue().running(), own.running()) + ", only here: "
                        + minus(own.running(), other.getValue().running())
                        + "), so namespaces are not spread evenly: run the same routes on all nodes")
                .findFirst()
                .orElse("");
    }

    private static String minus(Set<String> some, Set<String> others) {
        String rest = some.stream().filter(one -> !others.contains(one)).collect(Collectors.joining(" "));
        return rest.isEmpty() ? "none" : rest;
    }
}
