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

import org.apache.camel.CamelContext;

/** The threads of this JVM. */
public final class LiveThreads {

    /** In the names of the component's own pools, which keep their threads for a minute. */
    private static final String POOLS = "IotCloud";

    private LiveThreads() {}

    /** @return names of the threads that a started and stopped route may not leave behind */
    public static List<String> outsideOfPools() {
        return names().stream().filter(name -> !name.contains(POOLS)).toList();
    }

    /** @return names of the threads of the component's pools in one context; others may be stopping still */
    public static List<String> ofPools(CamelContext camel) {
        return names().stream()
                .filter(name -> name.contains(POOLS) && name.contains("(" + camel.getName() + ")"))
                .toList();
    }

    public static List<String> names() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .toList();
    }
}
