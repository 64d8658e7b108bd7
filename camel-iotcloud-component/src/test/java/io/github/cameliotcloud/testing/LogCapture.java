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

/** What is logged while a test runs, at WARN and above if not told otherwise. */
public final class LogCapture extends AbstractAppender implements AutoCloseable {

    private record Line(Level level, String message) {}

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private String traced;

    private LogCapture() {
        super("capture", null, null, true, Property.EMPTY_ARRAY);
    }

    public static LogCapture begin() {
        LogCapture capture = new LogCapture();
        capture.start();
        context().getRootLogger().addAppender(capture);
        return capture;
    }

    /** @return one that also gets all that a logger and those below it say */
    public static LogCapture beginTracing(String logger) {
        Configurator.setLevel(logger, Level.TRACE);
        LogCapture capture = begin();
        capture.traced = logger;
        return capture;
    }

    @Override
    public void append(LogEvent event) {
        lines.add(new Line(event.getLevel(), event.getMessage().getFormattedMessage()));
    }

    public List<String> messages() {
        return lines.stream().map(Line::message).toList();
    }

    public List<String> errors() {
        return atLeast(Level.ERROR);
    }

    public List<String> atLeast(Level level) {
        return lines.stream()
                .filter(line -> line.level().isMoreSpecificThan(level))
                .map(Line::message)
                .toList();
    }

    @Override
    public void close() {
        context().getRootLogger().removeAppender(this);
        if (traced != null) {
            Configurator.setLevel(traced, (Level) null); // inherits again
        }
        stop();
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }
}
