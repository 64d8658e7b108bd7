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
package io.github.cameliotcloud.error;

import java.util.Optional;

/** The sentence that says what to change, out of all that Camel and frameworks wrap around it. For whoever prints it. */
public final class Explanation {

    private Explanation() {}

    /**
     * @param failure what a start, or a step of a route, has failed with
     * @return the message of the outermost failure that is one of this component; empty when there is none
     */
    public static Optional<String> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IotCloudException
                    || cause instanceof InvalidOptionException
                    || cause instanceof SettingsConflictException) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
