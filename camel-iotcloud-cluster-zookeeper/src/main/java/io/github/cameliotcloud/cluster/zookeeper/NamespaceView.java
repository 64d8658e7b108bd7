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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterEventListener;
import org.apache.camel.cluster.CamelClusterMember;
import org.apache.camel.cluster.CamelPreemptiveClusterView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One namespace. Camel's {@code AbstractCamelClusterView} calls listeners with its lock held, for which {@code master:}
 * waits while it stops with a lock held that its listener waits for; therefore this one has no lock.
 */
final class NamespaceView implements CamelPreemptiveClusterView {

    private static final Logger LOG = LoggerFactory.getLogger(NamespaceView.class);

    private final BalancedZooKeeperClusterService service;
    private final String namespace;
    private final Member localMember;
    private final List<CamelClusterEventListener> listeners = new CopyOnWriteArrayList<>();
    /** Null while the service is stopped. */
    private volatile Election election;

    NamespaceView(BalancedZooKeeperClusterService service, String namespace) {
        this.service = service;
        this.namespace = namespace;
        this.localMember = new Member(service.getId(), true, this::isOwner);
    }

    void join(Election election) {
        this.election = election;
    }

    Election election() {
        return election;
    }

    /** All listeners, on the calling thread. */
    void tellListeners() {
        listeners.forEach(this::tell);
    }

    void tellMembers(Collection<String> added, Collection<String> removed) {
        Election current = election;
        if (current != null) {
            current.execute(() -> listeners.forEach(listener -> tellMembers(listener, added, removed)));
        }
    }

    private void tellMembers(CamelClusterEventListener listener, Collection<String> added, Collection<String> removed) {
        if (listener instanceof CamelClusterEventListener.Membership membership) {
            try {
                added.forEach(id -> membership.memberAdded(this, member(id)));
                removed.forEach(id -> membership.memberRemoved(this, member(id)));
            } catch (RuntimeException e) {
                LOG.warn("A listener of the namespace {} failed", namespace, e);
            }
        }
    }

    private void tell(CamelClusterEventListener listener) {
        if (listener instanceof CamelClusterEventListener.Leadership leadership) {
            try {
                leadership.leadershipChanged(this, getLeader().orElse(null));
            } catch (RuntimeException e) {
                LOG.warn("A listener of the namespace {} failed", namespace, e);
            }
        }
    }

    boolean isOwner() {
        Election current = election;
        return current != null && current.isOwner();
    }

    /** Whether this node owns the namespace or is about to. */
    boolean isHeld() {
        Election current = election;
        return current != null && current.isHeld();
    }

    @Override
    public void addEventListener(CamelClusterEventListener listener) {
        if (listener == null) {
            return;
        }
        listeners.add(listener);
        Election current = election;
        if (current != null) {
            current.execute(() -> {
                if (listeners.contains(listener)) {
                    tell(listener);
                    tellMembers(listener, service.members(), List.of());
                }
            });
        }
    }

    @Override
    public void removeEventListener(CamelClusterEventListener listener) {
        listeners.remove(listener);
    }

    /** The owner; for another node what it has told, which may be a moment old. */
    @Override
    public Optional<CamelClusterMember> getLeader() {
        if (isOwner()) {
            return Optional.of(localMember);
        }
        String owner = service.owners().get(namespace);
        return owner == null || owner.equals(localMember.getId())
                ? Optional.empty()
                : Optional.of(new Member(owner, false, () -> true));
    }

    @Override
    public CamelClusterMember getLocalMember() {
        return localMember;
    }

    @Override
    public List<CamelClusterMember> getMembers() {
        return service.members().stream().map(this::member).toList();
    }

    private CamelClusterMember member(String id) {
        return id.equals(localMember.getId())
                ? localMember
                : new Member(id, false, () -> id.equals(service.owners().get(namespace)));
    }

    @Override
    public void setDisabled(boolean disabled) {
        Election current = election;
        if (current != null) {
            current.setDisabled(disabled);
        }
    }

    @Override
    public boolean isDisabled() {
        Election current = election;
        return current != null && current.isDisabled();
    }

    @Override
    public void start() {
        Election current = election;
        if (current != null) {
            current.start();
        }
    }

    @Override
    public void stop() {
        Election current = election;
        if (current != null) {
            current.stop();
        }
    }

    @Override
    public BalancedZooKeeperClusterService getClusterService() {
        return service;
    }

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public CamelContext getCamelContext() {
        return service.getCamelContext();
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        // that of the service
    }
}
