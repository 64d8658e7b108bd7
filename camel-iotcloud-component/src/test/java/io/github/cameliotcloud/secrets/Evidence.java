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
package io.github.cameliotcloud.secrets;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What anybody could read while a test ran, with the place where it stood. Thread-safe. */
public final class Evidence {

    /**
     * @param place a logger, an attribute, a test step
     * @param text  what stood there
     */
    public record Item(String place, String text) {}

    private final Set<Item> items = ConcurrentHashMap.newKeySet();

    public void add(String place, Object text) {
        if (text != null) {
            items.add(new Item(place, text.toString()));
        }
    }

    /** Adds a failure with all its causes and suppressed ones. */
    public void add(String place, Throwable failure) {
        if (failure != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            add(place, trace.toString());
        }
    }

    /** @return {@code secret @ place} for each place that shows a secret, each once */
    public List<String> leaks(List<Secret> secrets) {
        return items.stream()
                .flatMap(item -> secrets.stream()
                        .filter(secret -> secret.isIn(item.place()) || secret.isIn(item.text()))
                        .map(secret -> secret + " @ " + item.place()))
                .distinct()
                .sorted()
                .toList();
    }
}
