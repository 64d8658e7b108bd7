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

import java.time.Duration;

import org.junit.jupiter.api.extension.ExtensionContext;

import io.github.cameliotcloud.simulator.IotCloudSimulator;

/** Where an extension has its simulators from. */
interface SimulatorSource {

    /** What tests that share a simulator have in common. */
    Object key(ExtensionContext context);

    RunningSimulator start(ExtensionContext context);

    /** @throws IllegalStateException with one sentence for the user when none runs */
    IotCloudSimulator current();

    /** How long assertions wait. */
    Duration timeout();
}
