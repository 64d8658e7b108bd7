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

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * A key that a user's resolver is asked for each time.
 *
 * @param secretResolver the user's resolver
 */
public record ResolvedSecret(SecretResolver secretResolver) implements SecretSource {

    /** @throws InvalidOptionException when the resolver knows no secret, or one that is not Base64 */
    @Override
    public DeviceSecret secretOf(DeviceIdentity identity) {
        String secret = secretResolver.secretOf(identity);
        if (secret == null) {
            throw new InvalidOptionException(
                    "secretResolver",
                    secretResolver.getClass().getSimpleName(),
                    "it knows no secret for device " + identity + "; add the device there");
        }
        return DeviceSecret.parse(secret);
    }
}
