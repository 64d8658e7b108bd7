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
package io.github.cameliotcloud.benchmarks.fleet;

/** Many devices in this JVM, connected in one way or another. */
interface Devices {

    /** Connects all; returns when each is subscribed and has got the answer to its first get. */
    void connect() throws Exception;

    /** @return how many deltas have come since {@link #connect()} began, those of the first gets among them */
    long deltas();

    /** Disconnects all; {@link #connect()} may follow. */
    void disconnect() throws Exception;
}
