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
package io.github.cameliotcloud.simulator.junit5;

import org.junit.jupiter.api.extension.ExtensionContext;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/**
 * A simulator in the store of JUnit, which closes it when the class or method is over, after all callbacks: routes that
 * other extensions stop find it still there.
 */
// the first is what JUnit before 5.13 looks for, the second what it looks for since
@SuppressWarnings("deprecation")
final class RunningSimulator implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private final IotCloudSimulator simulator;
    private final String startedIn;
    private final Runnable onClose;

    /** @param startedIn the unique id of the class or method that it serves */
    RunningSimulator(IotCloudSimulator simulator, String startedIn, Runnable onClose) {
        this.simulator = simulator;
        this.startedIn = startedIn;
        this.onClose = onClose;
    }

    IotCloudSimulator simulator() {
        return simulator;
    }

    boolean servesMoreThan(ExtensionContext context) {
        return !startedIn.equals(context.getUniqueId());
    }

    /** Takes away what one test leaves for the next; sessions and shadows stay, as a route may be connected. */
    void tidyUp() {
        simulator.faults().reset();
        simulator.activity().clear();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
