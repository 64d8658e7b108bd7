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
package io.github.cameliotcloud.transport;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The threads of the MQTT libraries that were there at one moment, to find those that came later and stayed. */
final class MqttThreads {

    private final Set<Thread> before = now();

    /** @return names of the threads that are alive now and were not then */
    List<String> added() {
        return now().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private static Set<Thread> now() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(MqttThreads::isOfAnMqttLibrary)
                .collect(Collectors.toSet());
    }

    private static boolean isOfAnMqttLibrary(Thread thread) {
        return thread.getName().startsWith("MQTT ")
                || thread.getName().startsWith("com.hivemq")
                || thread.getName().startsWith("RxComputation");
    }
}
