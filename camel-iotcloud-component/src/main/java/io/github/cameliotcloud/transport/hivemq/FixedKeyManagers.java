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
package io.github.cameliotcloud.transport.hivemq;

import java.security.KeyStore;
import java.security.Security;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;

/** Key managers that are there already, in the shape that the library wants. */
final class FixedKeyManagers extends KeyManagerFactory {

    FixedKeyManagers(List<KeyManager> managers) {
        super(new Spi(managers), Security.getProviders()[0], "fixed");
    }

    private static final class Spi extends KeyManagerFactorySpi {

        private final List<KeyManager> managers;

        Spi(List<KeyManager> managers) {
            this.managers = managers;
        }

        @Override
        protected void engineInit(KeyStore store, char[] password) {
            // the managers are there already
        }

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {
            // as above
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return managers.toArray(KeyManager[]::new);
        }
    }
}
