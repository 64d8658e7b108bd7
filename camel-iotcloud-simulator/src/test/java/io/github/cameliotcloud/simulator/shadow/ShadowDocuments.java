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
package io.github.cameliotcloud.simulator.shadow;

import java.util.Arrays;
import java.util.List;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.S;

/** What the service sends, JSON with single quotes. */
final class ShadowDocuments {

    static final List<String> NOTHING = List.of();
    static final String STAMP = "{'timestamp':" + MS + "}";

    private ShadowDocuments() {}

    static List<String> echo(String state, long version) {
        return List.of(ShadowFixture.accepted(state, version).replace('"', '\''));
    }

    static List<String> updatedTwice(String payload) {
        return List.of("{'payload':{" + payload + ",'timestamp':" + MS + ",'version':2},'result':0,'timestamp':" + MS
                + ",'type':'update'}");
    }

    static List<String> fresh(String state) {
        return List.of("{'payload':{'state':" + state + ",'timestamp':" + S + ",'version':0},'result':0,'timestamp':"
                + S + ",'type':'get'}");
    }

    static List<String> got(String payload) {
        return got(payload, 0);
    }

    static List<String> got(String payload, long version) {
        return List.of("{'payload':{" + payload + ",'timestamp':" + MS + ",'version':" + version
                + "},'result':0,'timestamp':" + S + ",'type':'get'}");
    }

    static List<String> delta(String state, long version) {
        return List.of(ShadowFixture.delta(state, version).replace('"', '\''));
    }

    static List<String> rejected(int result) {
        return List.of(ShadowFixture.rejected(result).replace('"', '\''));
    }

    @SafeVarargs
    static List<String> both(List<String>... documents) {
        return Arrays.stream(documents).flatMap(List::stream).toList();
    }
}
