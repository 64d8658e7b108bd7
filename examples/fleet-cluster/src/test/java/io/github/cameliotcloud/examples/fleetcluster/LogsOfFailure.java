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
package io.github.cameliotcloud.examples.fleetcluster;

import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Shows what the nodes have said when a test fails. */
final class LogsOfFailure implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    private static final int LINES = 60;

    private final Supplier<Cluster> cluster;

    /** @param cluster may be null until it is made */
    LogsOfFailure(Supplier<Cluster> cluster) {
        this.cluster = cluster;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    private void show() {
        if (cluster.get() == null) {
            return;
        }
        for (String name : Cluster.NAMES) {
            NodeProcess node = cluster.get().node(name);
            List<String> lines = node.log().lines();
            System.err.println(name + (node.isAlive() ? " runs, " : " does not run, ")
                    + node.log().file() + " ends with:");
            lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(System.err::println);
        }
    }
}
