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
package io.github.cameliotcloud.secrets;

import java.util.Collection;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Takes down what all loggers of the JVM say, down to TRACE, in place of the console. */
public final class LoggedTrace extends AbstractAppender implements AutoCloseable {

    private final Evidence evidence;
    private final Logger root = ((LoggerContext) LogManager.getContext(false)).getRootLogger();
    private final Collection<Appender> usual = Map.copyOf(root.getAppenders()).values();
    private final Level usualLevel = root.getLevel();
    private final java.util.logging.Logger julRoot = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level usualJulLevel = julRoot.getLevel();
    private final Handler julHandler = new JulHandler();

    private LoggedTrace(Evidence evidence) {
        super("trace", null, null, true, Property.EMPTY_ARRAY);
        this.evidence = evidence;
    }

    public static LoggedTrace into(Evidence evidence) {
        LoggedTrace trace = new LoggedTrace(evidence);
        trace.start();
        trace.usual.forEach(trace.root::removeAppender);
        trace.root.addAppender(trace);
        Configurator.setRootLevel(Level.TRACE);
        trace.julRoot.setLevel(java.util.logging.Level.ALL);
        trace.julRoot.addHandler(trace.julHandler);
        return trace;
    }

    @Override
    public void append(LogEvent event) {
        String place = "log " + event.getLevel() + " " + event.getLoggerName();
        evidence.add(place, event.getMessage().getFormattedMessage());
        evidence.add(place, event.getThrown());
    }

    @Override
    public void close() {
        julRoot.removeHandler(julHandler);
        julRoot.setLevel(usualJulLevel);
        Configurator.setRootLevel(usualLevel);
        root.removeAppender(this);
        usual.forEach(root::addAppender);
        stop();
    }

    private final class JulHandler extends Handler {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord event) {
            String place = "jul " + event.getLevel() + " " + event.getLoggerName();
            evidence.add(place, formatter.formatMessage(event));
            evidence.add(place, event.getThrown());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
