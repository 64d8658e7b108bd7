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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.nodes.GroupMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that take part. What stands in ZooKeeper is the id with a random part, so that two nodes that were given the
 * same id by mistake are still counted as two.
 */
final class Group implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Group.class);
    private static final String SEPARATOR = "~";

    private final String name;
    private final GroupMember member;
    private Announcement announced = Announcement.NOTHING;

    Group(CuratorFramework client, String path, String id) {
        this.name = id + SEPARATOR + UUID.randomUUID();
        this.member = new GroupMember(client, path, name, announced.toBytes());
    }

    void start() {
        member.start();
    }

    /** By unique name, this node among them. */
    Map<String, Announcement> members() {
        Map<String, Announcement> members = new TreeMap<>();
        member.getCurrentMembers().forEach((other, data) -> members.put(other, Announcement.of(data)));
        return members;
    }

    String name() {
        return name;
    }

    /** Tells the others, unless they know. On the one thread that calls it. */
    void announce(Announcement announcement) {
        if (!announcement.equals(announced)) {
            try {
                member.setThisData(announcement.toBytes());
                announced = announcement;
            } catch (IllegalStateException e) {
                LOG.debug("Not a member yet, tells it later", e);
            }
        }
    }

    /** The id that the node of this name was given. */
    static String idOf(String name) {
        int end = name.lastIndexOf(SEPARATOR);
        return end < 0 ? name : name.substring(0, end);
    }

    /** Which node owns which namespace, as far as they have told, by namespace. */
    Map<String, String> owners() {
        Map<String, String> owners = new TreeMap<>();
        members()
                .forEach((other, announcement) ->
                        announcement.owned().forEach(namespace -> owners.put(namespace, idOf(other))));
        return owners;
    }

    /**
     * How many nodes run all namespaces, at least one. A node that does not, as a route of it is stopped or it is just
     * starting, is not counted: a share would be kept free for it that it may never take.
     */
    int completeMembers() {
        Collection<Announcement> announcements = members().values();
        Set<String> all = new TreeSet<>();
        announcements.forEach(announcement -> all.addAll(announcement.running()));
        long complete = announcements.stream()
                .filter(announcement -> announcement.running().equals(all))
                .count();
        return Math.max(1, (int) complete);
    }

    /** Their ids, sorted, one twice when two nodes have it. */
    List<String> ids() {
        return members().keySet().stream().map(Group::idOf).toList();
    }

    @Override
    public void close() {
        member.close();
    }
}
