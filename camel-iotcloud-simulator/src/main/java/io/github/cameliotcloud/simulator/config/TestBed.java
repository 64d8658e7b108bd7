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
package io.github.cameliotcloud.simulator.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A configuration file, property by property; what it leaves out is null or empty. The names are those of the file.
 *
 * @param host the address to listen on
 * @param ports which ports to open
 * @param store the file that remembers, relative to the folder of this file
 * @param accounts who may call the cloud API; without any, signatures are not asked for
 * @param limits changes to the limits, see {@link SettingsOverlay}
 * @param shadowRules changes to the rules of the shadow service, see {@link SettingsOverlay}
 * @param products by product ID
 */
public record TestBed(
        String host,
        Ports ports,
        String store,
        List<Account> accounts,
        ObjectNode limits,
        ObjectNode shadowRules,
        Map<String, Product> products) {

    /** A file without a property. */
    public static final TestBed EMPTY = new TestBed(null, null, null, null, null, null, null);

    public TestBed {
        ports = ports == null ? new Ports(null, null, null, null, null) : ports;
        accounts = accounts == null ? List.of() : List.copyOf(accounts);
        products = completed(products, Product.EMPTY);
    }

    // a name without anything behind it is a null
    private static <V> Map<String, V> completed(Map<String, V> given, V missing) {
        Map<String, V> completed = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> completed.put(name, value == null ? missing : value));
        }
        return completed;
    }

    /** Ports, 0 for any free one; a missing one of the secure and WebSocket ports is not opened. */
    public record Ports(Integer mqtt, Integer http, Integer tls, Integer webSocket, Integer secureWebSocket) {}

    /** Who may call the cloud API. */
    public record Account(String secretId, String secretKey) {

        @Override
        public String toString() {
            return "Account[" + secretId + "]";
        }
    }

    /**
     * A product.
     *
     * @param authentication how its devices authenticate, by key when missing
     * @param topics its custom topic classes
     * @param devices by device name
     */
    public record Product(Authentication authentication, List<Topic> topics, Map<String, Device> devices) {

        static final Product EMPTY = new Product(null, null, null);

        public Product {
            authentication = authentication == null ? Authentication.KEY : authentication;
            topics = topics == null ? List.of() : List.copyOf(topics);
            devices = completed(devices, Device.EMPTY);
        }
    }

    /** How the devices of a product authenticate. */
    public enum Authentication {
        KEY,
        CERTIFICATE
    }

    /** A custom topic class: what follows {@code ${product}/${device}/}, and what devices may do there. */
    public record Topic(String suffix, Permission permission) {}

    /** What devices may do on a topic. */
    public enum Permission {
        PUBLISH,
        SUBSCRIBE,
        PUBLISH_AND_SUBSCRIBE
    }

    /**
     * A device.
     *
     * @param secret Base64; a random one when missing
     * @param enabled whether it may connect, which it may when missing
     */
    public record Device(String secret, Boolean enabled) {

        static final Device EMPTY = new Device(null, null);

        public Optional<String> chosenSecret() {
            return Optional.ofNullable(secret);
        }

        @Override
        public String toString() {
            return "Device[***]";
        }
    }
}
