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
package io.github.cameliotcloud.chaos;

/** How big the scenarios are: short unless system properties, set by the profile chaos, say otherwise. */
final class Size {

    private Size() {}

    static int messages() {
        return Integer.getInteger("chaos.messages", 500);
    }

    static int cuts() {
        return Integer.getInteger("chaos.cuts", 8);
    }

    static int changes() {
        return Integer.getInteger("chaos.changes", 150);
    }

    static int outages() {
        return Integer.getInteger("chaos.outages", 5);
    }

    static int processMessages() {
        return Integer.getInteger("chaos.process.messages", 150);
    }

    static int kills() {
        return Integer.getInteger("chaos.process.kills", 1);
    }

    static int restarts() {
        return Integer.getInteger("chaos.restarts", 2);
    }

    static int cycles() {
        return Integer.getInteger("chaos.cycles", 15);
    }

    /** The cycles after which everything that is made once has been made. */
    static int warmUpCycles() {
        return Integer.getInteger("chaos.cycles.warmup", 5);
    }

    static int soakSeconds() {
        return Integer.getInteger("chaos.soak.seconds", 600);
    }
}
