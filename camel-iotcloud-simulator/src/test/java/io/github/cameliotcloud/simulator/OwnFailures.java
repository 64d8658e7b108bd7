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
package io.github.cameliotcloud.simulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * The exceptions that are logged while a test runs and that went through code of the simulator. The network libraries log
 * an exception for every hostile packet; these are neither kept nor printed.
 */
final class OwnFailures extends AbstractAppender implements AutoCloseable {

    private static final String OWN_CODE = "io.github.cameliotcloud.simulator.";

    private final Logger root = ((LoggerContext) LogManager.getContext(false)).getRootLogger();
    private final Collection<Appender> usual = Map.copyOf(root.getAppenders()).values();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private OwnFailures() {
        super("own-failures", null, null, true, Property.EMPTY_ARRAY);
    }

    static OwnFailures begin() {
        OwnFailures failures = new OwnFailures();
        failures.start();
        failures.usual.forEach(failures.root::removeAppender);
        failures.root.addAppender(failures);
        return failures;
    }

    @Override
    public void append(LogEvent event) {
        if (event.getThrown() != null && isOwn(event.getThrown())) {
            failures.add(event.getThrown());
        }
    }

    private static boolean isOwn(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(OWN_CODE));
    }

    List<Throwable> all() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        root.removeAppender(this);
        usual.forEach(root::addAppender);
        stop();
    }
}
