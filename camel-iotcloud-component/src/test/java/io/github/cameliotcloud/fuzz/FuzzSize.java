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
package io.github.cameliotcloud.fuzz;

/** How much is tried: a short run unless system properties, set by the profile fuzz, say otherwise. */
final class FuzzSize {

    private FuzzSize() {}

    static int tries() {
        return Integer.getInteger("fuzz.tries", 10_000);
    }

    /** @return the seed of the run to repeat, null for a new one */
    static Long seed() {
        return Long.getLong("fuzz.seed");
    }

    /** @return the seed of the run to repeat, or a new one */
    static long newSeed() {
        return seed() == null ? System.nanoTime() & Integer.MAX_VALUE : seed();
    }
}
