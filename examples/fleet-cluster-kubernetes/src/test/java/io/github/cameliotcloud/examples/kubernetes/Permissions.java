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

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.mockwebserver.http.RecordedRequest;

/** Verbs and resources of a Role, each as {@code group/resource:verb}. */
final class Permissions {

    private static final Pattern PATH =
            Pattern.compile("/apis?/(?:(?<group>[^/]+)/)?v1/namespaces/[^/]+/(?<resource>[^/?]+)(?<name>/[^?]+)?.*");

    private Permissions() {}

    static Set<String> of(Role role) {
        Set<String> permissions = new TreeSet<>();
        for (PolicyRule rule : role.getRules()) {
            for (String group : rule.getApiGroups()) {
                for (String resource : rule.getResources()) {
                    rule.getVerbs().forEach(verb -> permissions.add(text(group, resource, verb)));
                }
            }
        }
        return permissions;
    }

    /** @return what a request needs */
    static String of(RecordedRequest request) {
        Matcher path = PATH.matcher(request.getPath());
        if (!path.matches()) {
            return request.toString();
        }
        String group = path.group("group");
        return text(group == null ? "" : group, path.group("resource"), verb(request, path.group("name") != null));
    }

    private static String verb(RecordedRequest request, boolean named) {
        return switch (request.getMethod()) {
            case "GET" -> request.getPath().contains("watch=") ? "watch" : named ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            default -> request.getMethod().toLowerCase(Locale.ROOT);
        };
    }

    private static String text(String group, String resource, String verb) {
        return group + "/" + resource + ":" + verb;
    }
}
