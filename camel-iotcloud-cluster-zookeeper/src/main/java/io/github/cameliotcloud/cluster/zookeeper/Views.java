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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The views of a service by namespace, with the number of those that use each. A view that was released stays known. */
final class Views {

    private final Map<String, Counted> views = new TreeMap<>();
    /** Null while the service is stopped. */
    private Function<NamespaceView, Election> elections;

    private static final class Counted {
        private final NamespaceView view;
        private int users;

        private Counted(NamespaceView view) {
            this.view = view;
        }
    }

    synchronized NamespaceView use(String namespace, Function<String, NamespaceView> factory) {
        Counted counted = views.computeIfAbsent(namespace, name -> new Counted(factory.apply(name)));
        counted.users++;
        if (counted.users == 1 && elections != null) {
            start(counted.view);
        }
        return counted.view;
    }

    synchronized void release(String namespace) {
        Counted counted = views.get(namespace);
        if (counted != null && counted.users > 0 && --counted.users == 0) {
            counted.view.stop();
        }
    }

    /** Those in use take part from now on. */
    synchronized void start(Function<NamespaceView, Election> elections) {
        this.elections = elections;
        views.values().stream().filter(counted -> counted.users > 0).forEach(counted -> start(counted.view));
    }

    /** No view takes part from now on; what they did until now is for the caller to end. */
    synchronized void stop() {
        elections = null;
    }

    private void start(NamespaceView view) {
        if (view.election() == null) {
            view.join(elections.apply(view));
        }
        view.start();
    }

    synchronized NamespaceView find(String namespace) {
        Counted counted = views.get(namespace);
        return counted == null ? null : counted.view;
    }

    /** What is in use, and what of it this node owns. */
    synchronized Announcement announcement() {
        Set<String> running = new TreeSet<>();
        Set<String> owned = new TreeSet<>();
        views.forEach((namespace, counted) -> {
            if (counted.users > 0) {
                running.add(namespace);
            }
            if (counted.users > 0 && counted.view.isOwner()) {
                owned.add(namespace);
            }
        });
        return new Announcement(running, owned);
    }

    synchronized Set<String> namespaces() {
        return new TreeSet<>(views.keySet());
    }

    synchronized Collection<NamespaceView> all() {
        return views.values().stream().map(counted -> counted.view).toList();
    }
}
