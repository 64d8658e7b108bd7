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
package io.github.cameliotcloud.sbom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The libraries that a CycloneDX file in JSON lists. */
final class Sbom {

    private Sbom() {}

    static List<Library> read(Path file) throws IOException {
        return elements(new JsonMapper().readTree(file.toFile()).path("components"))
                .map(Sbom::library)
                .toList();
    }

    private static Library library(JsonNode component) {
        return new Library(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText(),
                elements(component.path("licenses"))
                        .map(choice -> choice.path("license"))
                        .map(licence ->
                                licence.path("id").asText(licence.path("name").asText()))
                        .collect(Collectors.joining(" or ")),
                elements(component.path("hashes"))
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .collect(Collectors.joining()));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
