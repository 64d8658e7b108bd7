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
package io.github.cameliotcloud.simulator.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Reads configuration files: JSON when the name ends in {@code .json}, else YAML. */
public final class TestBedReader {

    private static final ObjectMapper JSON = strict(JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS));
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());

    private TestBedReader() {}

    private static ObjectMapper strict(MapperBuilder<?, ?> builder) {
        return builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    /** @throws ConfigException when the file cannot be read, is no such file, or has an unknown or bad property */
    public static TestBed read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ConfigException("The configuration " + file + " cannot be read.");
        }
        ObjectMapper mapper = file.toString().endsWith(".json") ? JSON : YAML;
        try {
            JsonNode tree = mapper.readTree(content);
            // from the text again, as a tree does not know lines
            return tree.isMissingNode() || tree.isNull() ? TestBed.EMPTY : mapper.readValue(content, TestBed.class);
        } catch (JsonProcessingException e) {
            throw new ConfigException(new Mistake(mapper == YAML ? "YAML" : "JSON")
                    .describe(file, new PropertyLines(mapper, content), e));
        } catch (IOException e) {
            throw new ConfigException("The configuration " + file + " cannot be read.");
        }
    }
}
