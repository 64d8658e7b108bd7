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

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while a test runs. */
final class LogCapture extends AbstractAppender implements AutoCloseable {

    private static final String SIMULATOR = "io.github.cameliotcloud.simulator";

    private final String logger;
    private final Level levelBefore;
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    private LogCapture(String logger, Level level) {
        super("capture", null, null, true, Property.EMPTY_ARRAY);
        this.logger = logger;
        this.levelBefore = context().getLogger(logger).getLevel();
        start();
        Configurator.setLevel(logger, level);
        context().getLogger(logger).addAppender(this);
    }

    /** The simulator's own log at INFO and above. */
    static LogCapture begin() {
        return new LogCapture(SIMULATOR, Level.INFO);
    }

    /** Complaints of the simulator and of all libraries: WARN and above. */
    static LogCapture ofComplaints() {
        return new LogCapture(LogManager.ROOT_LOGGER_NAME, Level.WARN);
    }

    @Override
    public void append(LogEvent event) {
        messages.add(event.getMessage().getFormattedMessage());
    }

    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        context().getLogger(logger).removeAppender(this);
        Configurator.setLevel(logger, levelBefore);
        stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }
}
