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
package io.github.cameliotcloud.testing;

import java.util.List;
import java.util.Optional;

import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** A cluster service whose node leads what the test says, from when it says so. */
public final class SwitchedClusterService extends AbstractCamelClusterService<SwitchedClusterService.View> {

    /** @param namespace lead by this node when this returns, with its consumer started */
    public void lead(String namespace) throws Exception {
        getView(namespace).unwrap(View.class).switchTo(true);
    }

    /** @param namespace not lead by this node any more when this returns, with its consumer stopped */
    public void lose(String namespace) throws Exception {
        getView(namespace).unwrap(View.class).switchTo(false);
    }

    @Override
    protected View createView(String namespace) {
        return new View(this, namespace);
    }

    static final class View extends AbstractCamelClusterView implements CamelClusterMember {

        private volatile boolean leader;

        View(CamelClusterService cluster, String namespace) {
            super(cluster, namespace);
        }

        void switchTo(boolean leads) {
            leader = leads;
            fireLeadershipChangedEvent(leads ? this : null);
        }

        @Override
        public Optional<CamelClusterMember> getLeader() {
            return leader ? Optional.of(this) : Optional.empty();
        }

        @Override
        public CamelClusterMember getLocalMember() {
            return this;
        }

        @Override
        public List<CamelClusterMember> getMembers() {
            return List.of(this);
        }

        @Override
        public boolean isLeader() {
            return leader;
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public String getId() {
            return getClusterService().getId();
        }
    }
}
