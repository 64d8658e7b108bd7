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

import java.util.List;
import java.util.Optional;

import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.support.cluster.AbstractCamelClusterService;
import org.apache.camel.support.cluster.AbstractCamelClusterView;

/** A cluster of one member, which leads when a test says so. */
final class FakeCluster extends AbstractCamelClusterService<FakeCluster.View> {

    @Override
    protected View createView(String namespace) {
        return new View(namespace);
    }

    @Override
    public View getView(String namespace) throws Exception {
        return (View) super.getView(namespace);
    }

    final class View extends AbstractCamelClusterView implements CamelClusterMember {

        private volatile boolean leads;

        private View(String namespace) {
            super(FakeCluster.this, namespace);
        }

        /** Tells the listeners, also what they were told before. */
        void lead(boolean leads) {
            this.leads = leads;
            fireLeadershipChangedEvent(leads ? this : null);
        }

        @Override
        public Optional<CamelClusterMember> getLeader() {
            return leads ? Optional.of(this) : Optional.empty();
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
            return leads;
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public String getId() {
            return "member";
        }
    }
}
