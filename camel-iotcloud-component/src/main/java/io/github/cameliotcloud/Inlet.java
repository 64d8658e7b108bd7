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
package io.github.cameliotcloud;

/** Where a consumer gets its messages from. */
interface Inlet {

    /** Wants messages from now on, at first or after a pause; returns at once. */
    void open();

    /** @return whether the cloud has granted the subscription on the connection of this moment */
    boolean isGranted();

    /** Waits, within a bound, until the cloud has granted the subscription; the session is connected by then. */
    void awaitGranted() throws Exception;

    /** Takes no new messages until it is opened again; what is in work can still be finished. */
    void pause();

    /** Wants no more messages. Does nothing when not open. */
    void close();
}
