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
import java.util.TreeSet;

import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.cluster.CamelPreemptiveClusterService;
import org.apache.camel.cluster.CamelPreemptiveClusterView;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.curator.framework.CuratorFramework;

/**
 * A cluster service for {@code master:} routes that spreads namespaces evenly over the nodes, each owned by at most one,
 * kept in Apache ZooKeeper.
 *
 * <pre>{@code
 * BalancedZooKeeperClusterService cluster = new BalancedZooKeeperClusterService();
 * cluster.setNodes("zk-1:2181,zk-2:2181,zk-3:2181");
 * context.addService(cluster);
 * }</pre>
 *
 * <p><b>Losing.</b> A node without a connection to ZooKeeper owns nothing: listeners, and with them the consumers behind
 * {@code master:}, are told as soon as the connection is lost, all namespaces side by side. When the node itself gives
 * a namespace up, listeners have returned before another node can win it. A namespace that {@code master:} releases is
 * kept for {@code takeOverDelay} more, since {@code master:} stops its consumer only after that; the stop of the Camel
 * context, which comes after that of its routes, ends this at once.
 *
 * <p><b>Winning.</b> Listeners are told after the namespace has been held for {@code takeOverDelay}.
 *
 * <p><b>How long two nodes can overlap.</b> With T, the session timeout that ZooKeeper agreed to, D the
 * {@code takeOverDelay}, S the time that a consumer takes to stop and P a pause of the losing node's whole process:
 *
 * <ul>
 *   <li>cut off silently: max(0, S + P - D), mostly T/3 less. The node notices when it has heard nothing for 2/3 T.
 *       ZooKeeper ends its session when it has heard nothing for T to T + tickTime; it may have heard from the node last
 *       up to T/3 before the node heard from it. The next node starts D later.
 *   <li>the connection breaks audibly, or ZooKeeper stops: max(0, S + P - 2/3 T - D), as the node notices at once
 *   <li>route stopped: max(0, S - 2 D)
 *   <li>rebalanced, Camel context stopped, process killed: 0
 * </ul>
 *
 * <p>A loss within the second that {@code master:} waits before it starts its consumer adds two seconds to S, also when
 * rebalanced: {@code master:} starts the consumer all the same, and this service tells it of the loss again each second.
 *
 * <p>With the defaults, T = 15 s and D = 4 s, a cut-off node has 4 to 9 s to stop its consumers. The namespaces of a
 * killed node run elsewhere after at most T + tickTime + D + 2 {@code rebalancePeriod} and the second of
 * {@code master:}.
 *
 * <p>All nodes run the same routes. One that does not, as a route of it is stopped, still owns what it runs, but the
 * others are ready to take all.
 */
public class BalancedZooKeeperClusterService extends ServiceSupport implements CamelPreemptiveClusterService {

    private final Views views = new Views();
    private CamelContext camelContext;
    private String nodes;
    private String basePath = "/iotcloud";
    private int sessionTimeout = Settings.SESSION_TIMEOUT;
    private int connectionTimeout = Settings.CONNECTION_TIMEOUT;
    private long takeOverDelay = Settings.TAKE_OVER_DELAY;
    private long rebalancePeriod = Settings.REBALANCE_PERIOD;
    private String id = Settings.uniqueId();
    private CuratorFramework curatorFramework;
    private volatile Participation participation;

    @Override
    protected void doStart() throws Exception {
        if (camelContext == null) {
            throw new IllegalStateException("Cluster service: add it to a Camel context before it starts");
        }
        Settings settings = new Settings(
                // a given client knows where ZooKeeper is
                curatorFramework == null ? nodes : "given:0",
                basePath,
                sessionTimeout,
                connectionTimeout,
                takeOverDelay,
                rebalancePeriod,
                id);
        Participation started = new Participation(this, settings, views, curatorFramework);
        participation = started;
        try {
            started.start();
        } catch (Exception e) {
            doStop();
            throw e;
        }
    }

    @Override
    protected void doStop() throws Exception {
        Participation stopping = participation;
        if (stopping != null) {
            stopping.stop();
            participation = null;
        }
    }

    /** The namespaces that this node owns now, sorted. */
    public Set<String> ownedNamespaces() {
        Set<String> owned = new TreeSet<>();
        views.all().stream().filter(NamespaceView::isOwner).forEach(view -> owned.add(view.getNamespace()));
        return owned;
    }

    /** The ids of the nodes that take part, sorted; none while this service is stopped. */
    public List<String> members() {
        Participation current = participation;
        return current == null ? List.of() : current.group().ids();
    }

    /** Which node owns which namespace, as the nodes tell each other: a moment late, and for people only. */
    public Map<String, String> owners() {
        Participation current = participation;
        return current == null ? Map.of() : current.group().owners();
    }

    /** Whether this node has a connection to ZooKeeper. Without one it owns nothing. */
    public boolean isConnected() {
        Participation current = participation;
        return current != null && current.isConnected();
    }

    @Override
    public CamelPreemptiveClusterView getView(String namespace) {
        return views.use(namespace, name -> new NamespaceView(this, name));
    }

    @Override
    public void releaseView(CamelClusterView view) {
        views.release(view.getNamespace());
    }

    @Override
    public Collection<String> getNamespaces() {
        return views.namespaces();
    }

    @Override
    public void startView(String namespace) {
        NamespaceView view = views.find(namespace);
        if (view != null) {
            view.start();
        }
    }

    @Override
    public void stopView(String namespace) {
        NamespaceView view = views.find(namespace);
        if (view != null) {
            view.stop();
        }
    }

    @Override
    public boolean isLeader(String namespace) {
        NamespaceView view = views.find(namespace);
        return view != null && view.isOwner();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        if (this.camelContext != camelContext) {
            this.camelContext = camelContext;
            camelContext.addLifecycleStrategy(new ContextEntry(this));
        }
    }

    @Override
    public String getId() {
        return id;
    }

    /** The name of this node; by default that of the host and a random part. Each node has its own. */
    @Override
    public void setId(String id) {
        this.id = id;
    }

    public String getNodes() {
        return nodes;
    }

    /** Where ZooKeeper is: {@code host:port}, several separated by commas. Needed, unless a client is given. */
    public void setNodes(String nodes) {
        this.nodes = nodes;
    }

    public String getBasePath() {
        return basePath;
    }

    /** The path below which everything is kept in ZooKeeper, {@code /iotcloud} by default. Nodes with the same one are one cluster. */
    public void setBasePath(String basePath) {
        this.basePath = basePath;
    }

    public int getSessionTimeout() {
        return sessionTimeout;
    }

    /**
     * Milliseconds after which ZooKeeper gives up a node that it does not hear from, 15,000 by default. ZooKeeper agrees
     * to 2 to 20 times its tickTime; a node is given up at most one tickTime later.
     */
    public void setSessionTimeout(int sessionTimeout) {
        this.sessionTimeout = sessionTimeout;
    }

    public int getConnectionTimeout() {
        return connectionTimeout;
    }

    /** Milliseconds that an attempt to connect may take, 5,000 by default. A start does not wait for it. */
    public void setConnectionTimeout(int connectionTimeout) {
        this.connectionTimeout = connectionTimeout;
    }

    public long getTakeOverDelay() {
        return takeOverDelay;
    }

    /**
     * Milliseconds between winning a namespace and owning it, 4,000 by default, so that the owner before has let go: at
     * least two seconds and what its consumer needs to stop. The same on all nodes.
     */
    public void setTakeOverDelay(long takeOverDelay) {
        this.takeOverDelay = takeOverDelay;
    }

    public long getRebalancePeriod() {
        return rebalancePeriod;
    }

    /** Milliseconds between two looks at whether this node owns too much or too little, 500 by default. */
    public void setRebalancePeriod(long rebalancePeriod) {
        this.rebalancePeriod = rebalancePeriod;
    }

    public CuratorFramework getCuratorFramework() {
        return curatorFramework;
    }

    /**
     * A started client to use instead of one of its own, for instance with authentication; it is not closed. Its session
     * timeout counts, not that of this service.
     */
    public void setCuratorFramework(CuratorFramework curatorFramework) {
        this.curatorFramework = curatorFramework;
    }
}
