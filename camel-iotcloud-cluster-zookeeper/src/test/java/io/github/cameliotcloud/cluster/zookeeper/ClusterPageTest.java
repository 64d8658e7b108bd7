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

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterPageTest {

    private static final Set<String> OF_CAMEL = Set.of("camelContext");
    private static final Set<String> WITHOUT_FIXED_DEFAULT = Set.of("id", "nodes", "curatorFramework");

    @Test
    void tableHasEachSettingWithItsDefault() throws Exception {
        Map<String, String> defaults = defaults(new BalancedZooKeeperClusterService());
        Map<String, String> page = ClusterPage.defaults();
        assertThat(page.keySet()).isEqualTo(defaults.keySet());
        page.keySet().removeAll(WITHOUT_FIXED_DEFAULT);
        assertThat(defaults).containsAllEntriesOf(page);
    }

    private static Map<String, String> defaults(BalancedZooKeeperClusterService service) throws Exception {
        Map<String, String> defaults = new TreeMap<>();
        for (PropertyDescriptor property :
                Introspector.getBeanInfo(service.getClass()).getPropertyDescriptors()) {
            if (property.getWriteMethod() != null
                    && property.getReadMethod() != null
                    && !OF_CAMEL.contains(property.getName())) {
                defaults.put(
                        property.getName(),
                        String.valueOf(property.getReadMethod().invoke(service)));
            }
        }
        return defaults;
    }

    @Test
    void listingInJavaIsThatOfTheClass() throws IOException {
        String source = Files.readString(Path.of(
                "src/test/java/" + ClusterPageTest.class.getPackageName().replace('.', '/') + "/CamelMainIT.java"));
        for (String line : ClusterPage.listing("java").lines().toList()) {
            assertThat(source).contains(line.replaceAll("\"zookeeper-1.*\"", "zookeeper.getConnectString()"));
        }
    }
}
