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
package io.github.cameliotcloud.auth;

/** Finds the secret of a device, so that no URI has to carry one. Register one as a bean of this type. */
@FunctionalInterface
public interface SecretResolver {

    /**
     * Called before each connection attempt, on a pool thread, so a changed secret is picked up at the next attempt.
     *
     * @param identity the device
     * @return the secret as shown in the console (Base64), or null when this resolver knows no such device
     */
    String secretOf(DeviceIdentity identity);
}
