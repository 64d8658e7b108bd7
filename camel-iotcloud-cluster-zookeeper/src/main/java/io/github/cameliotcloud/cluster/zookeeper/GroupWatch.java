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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the group from time to time: tells it what this node owns, and listeners who came and went. */
final class GroupWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWatch.class);

    private final Group group;
    private final Views views;
    private final ConnectionWatch connection;
    private final GroupCheck check;
    private Set<String> known = Set.of();

    GroupWatch(Group group, Views views, ConnectionWatch connection, GroupCheck check) {
        this.group = group;
        this.views = views;
        this.connection = connection;
        this.check = check;
    }

    @Override
    public void run() {
        try {
            if (connection.isConnected()) {
                group.announce(views.announcement());
                Map<String, Announcement> members = group.members();
                check.look(members);
                tellChanges(members.keySet());
            }
        } catch (RuntimeException e) {
            // a periodic task that throws would never run again
            LOG.warn("Failed to look at the group of nodes", e);
        }
    }

    private void tellChanges(Set<String> names) {
        List<String> added = idsOf(names, known);
        List<String> removed = idsOf(known, names);
        known = names;
        if (!added.isEmpty() || !removed.isEmpty()) {
            LOG.info("Nodes of the cluster: {}", names.stream().map(Group::idOf).toList());
            views.all().forEach(view -> view.tellMembers(added, removed));
        }
    }

    private static List<String> idsOf(Set<String> names, Set<String> without) {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(without);
        return rest.stream().map(Group::idOf).toList();
    }
}
