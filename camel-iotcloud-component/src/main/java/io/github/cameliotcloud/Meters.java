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

import java.time.Duration;

/** What the component tells of its work to whoever measures it. Called on any thread; neither blocks nor throws. */
interface Meters extends AutoCloseable {

    /** Nobody measures. */
    Meters NONE = new Meters() {};

    /** A session has connected again. */
    default void reconnected() {}

    /** @param failure why the message was not confirmed, or null */
    default void published(Channel channel, Throwable failure) {}

    /** A delta, pushed or found after a connect, goes to a route. */
    default void delta() {}

    /** A shadow request has ended; see {@link io.github.cameliotcloud.shadow.ShadowRequestObserver}. */
    default void shadowRequest(String type, Duration taken, Throwable failure) {}

    /** Removes what would show a state that is no more. */
    @Override
    default void close() {}
}
