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
package io.github.cameliotcloud.simulator.limits;

/** What the cloud does about a PUBLISH that breaks a rule. Each but {@link #TOLERATE} is counted. */
public enum Reaction {
    /** Takes the message as if it kept the rule. */
    TOLERATE,
    /** Forgets the message and sends no PUBACK. */
    DROP,
    /** Forgets the message, but sends the PUBACK. */
    ACKNOWLEDGE,
    /** Forgets the message and closes the connection. */
    CLOSE
}
