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

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.apache.camel.builder.RouteBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiles Java routes that are text, as a user's build would; all at once, which is faster than one by one. */
public final class JavaRoutes extends ClassLoader {

    private static final String SOURCE = """
            import java.util.Map;

            import org.apache.camel.ExchangeTimedOutException;
            import org.apache.camel.builder.RouteBuilder;
            import org.apache.camel.spi.ThreadPoolProfile;

            import com.example.*;
            import io.github.cameliotcloud.error.*;
            import io.github.cameliotcloud.fleet.*;

            public class %s extends RouteBuilder {
                @Override
                public void configure() {
            %s
                }
            }
            """;

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    private JavaRoutes() {
        super(JavaRoutes.class.getClassLoader());
    }

    /**
     * @param bodies by name, what methods {@code configure()} would contain
     * @return the compiled routes
     */
    public static JavaRoutes compile(Map<String, String> bodies) {
        JavaRoutes routes = new JavaRoutes();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
        List<Text> sources = bodies.entrySet().stream()
                .map(body -> new Text(className(body.getKey()), body.getValue()))
                .toList();
        JavaFileManager files = routes.new Memory(compiler.getStandardFileManager(null, null, null));
        boolean compiled =
                compiler.getTask(messages, files, null, options, null, sources).call();
        assertThat(compiled).as("%s", messages).isTrue();
        return routes;
    }

    /** @return a new object of the class that was made for the name */
    public RouteBuilder get(String name) throws ReflectiveOperationException {
        return (RouteBuilder) loadClass(className(name)).getConstructor().newInstance();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ByteArrayOutputStream code = classes.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code.toByteArray(), 0, code.size());
    }

    private static String className(String name) {
        return "Routes_" + name.replace('-', '_');
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String name, String body) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.source = SOURCE.formatted(name, body);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    /** Keeps the class files out of the file system. */
    private final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(name, made -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
