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
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GroupCheckTest {

    private static final Announcement BOTH = new Announcement(Set.of("x", "y"), Set.of("x"));
    private static final Announcement ONE = new Announcement(Set.of("x"), Set.of());

    private final AtomicLong now = new AtomicLong();
    private final GroupCheck check = new GroupCheck("a", "a~1", 1_000, now::get);

    @Test
    void nodesWithTheSameNamespacesAndIdsOfTheirOwnAreFine() {
        assertThat(look(Map.of("a~1", BOTH, "b~2", BOTH))).isNull();
    }

    private String look(Map<String, Announcement> members) {
        String atOnce = check.look(members);
        assertThat(atOnce).isNull();
        now.addAndGet(1_000);
        return check.look(members);
    }

    @Test
    void aSecondNodeOfTheSameIdIsReportedOnce() {
        Map<String, Announcement> members = Map.of("a~1", BOTH, "a~2", BOTH);

        assertThat(look(members))
                .isEqualTo(
                        "Another node of the cluster has the id a as well: give each node an id of its own, or none");
        now.addAndGet(60_000);
        assertThat(check.look(members)).isNull();
    }

    @Test
    void theSessionOfTheRunBeforeIsNotReportedWhenItEndsInTime() {
        check.look(Map.of("a~1", BOTH, "a~2", BOTH));
        now.addAndGet(999);
        check.look(Map.of("a~1", BOTH));
        now.addAndGet(60_000);
        assertThat(check.look(Map.of("a~1", BOTH))).isNull();
    }

    @Test
    void aNodeThatRunsOtherNamespacesIsReported() {
        assertThat(look(Map.of("a~1", BOTH, "b~2", ONE)))
                .isEqualTo("Node b runs other namespaces than this node a (only there: none, only here: y), "
                        + "so namespaces are not spread evenly: run the same routes on all nodes");
    }

    @Test
    void whatIsAnnouncedArrives() {
        assertThat(Announcement.of(BOTH.toBytes())).isEqualTo(BOTH);
        assertThat(Announcement.of(new byte[0])).isEqualTo(Announcement.NOTHING);
    }
}
