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
package io.github.cameliotcloud.session;

/** Source of what a TLS connection is made with. Two that are equal make equal connections. */
@FunctionalInterface
public interface TlsSource {

    /**
     * Called once for each connection attempt, so a renewed certificate is used at the next one; may block for as long
     * as reading files takes.
     *
     * @return what to connect with
     * @throws io.github.cameliotcloud.error.InvalidOptionException when a certificate or key cannot be used
     */
    TlsParameters next();
}
