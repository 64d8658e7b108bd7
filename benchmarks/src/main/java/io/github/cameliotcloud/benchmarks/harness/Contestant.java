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
package io.github.cameliotcloud.benchmarks.harness;

/** One way to do the same work. Set up when it is made, so that a run measures the work alone. */
public interface Contestant extends AutoCloseable {

    /**
     * Does the work once.
     *
     * @return what is compared, in the unit of the row
     */
    double run() throws Exception;

    @Override
    default void close() throws Exception {
        // most hold nothing
    }
}
