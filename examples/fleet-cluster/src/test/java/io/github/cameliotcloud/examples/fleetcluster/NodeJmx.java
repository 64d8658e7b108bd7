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
package io.github.cameliotcloud.examples.fleetcluster;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

import com.sun.tools.attach.VirtualMachine;

/** What a node says of itself over JMX. */
final class NodeJmx {

    private static final String CLUSTER = "org.apache.camel:context=*,type=services,name=ClusterNode";

    private NodeJmx() {}

    /** The attribute that names the parts of the fleet that the node owns. */
    static Set<String> ownedNamespaces(NodeProcess node) throws Exception {
        VirtualMachine jvm = VirtualMachine.attach(String.valueOf(node.pid()));
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()))) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName cluster =
                    beans.queryNames(new ObjectName(CLUSTER), null).iterator().next();
            Set<String> names = new TreeSet<>();
            for (Object name : (Collection<?>) beans.getAttribute(cluster, "OwnedNamespaces")) {
                names.add((String) name);
            }
            return names;
        } finally {
            jvm.detach();
        }
    }
}
