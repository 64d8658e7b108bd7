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
package io.github.cameliotcloud.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

import org.apache.camel.springboot.maven.SpringBootAutoConfigurationMojo;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Camel's generator of auto-configurations, which by itself looks for components of {@code org.apache.camel} only. Differs
 * in what it makes of defaults and durations, see {@link SpringOptions}.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyCollection = ResolutionScope.COMPILE_PLUS_RUNTIME,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class GenerateStarterMojo extends SpringBootAutoConfigurationMojo {

    private static final String METADATA = "src/main/resources/META-INF/additional-spring-configuration-metadata.json";

    @Override
    protected String getMainDepGroupId() {
        return project.getGroupId();
    }

    @Override
    protected String loadComponentJson(Map<String, Supplier<String>> jsonFiles, String componentName) {
        ComponentModel model = JsonMapper.generateComponentModel(super.loadComponentJson(jsonFiles, componentName));
        write(AdditionalMetadata.of(model));
        SpringOptions.adapt(model);
        return JsonMapper.createParameterJsonSchema(model);
    }

    private void write(String metadata) {
        Path file = baseDir.toPath().resolve(METADATA);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
