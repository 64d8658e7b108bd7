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

import java.net.URI;
import java.net.URISyntaxException;

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * Where the cloud, or a broker in its place, listens.
 *
 * @param host host name or IP address; an IPv6 address without brackets
 * @param port TCP port
 */
public record BrokerAddress(String host, int port) {

    private static final int DEFAULT_PORT = 1883;

    /**
     * @param brokerUrl {@code tcp://host[:port]}, port 1883 when left out; IPv6 addresses in brackets
     * @return the address
     * @throws InvalidOptionException when the text is not such a URL
     */
    public static BrokerAddress parse(String brokerUrl) {
        URI uri = uri(brokerUrl);
        if (!"tcp".equals(uri.getScheme())) {
            throw new InvalidOptionException(
                    "brokerUrl",
                    brokerUrl,
                    "only tcp://host:port is supported by this version; write it like tcp://localhost:1883");
        }
        if (uri.getHost() == null
                || uri.getUserInfo() != null
                || !uri.getRawPath().isEmpty()
                || uri.getRawQuery() != null) {
            throw malformed(brokerUrl);
        }
        String host = uri.getHost();
        return new BrokerAddress(
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort());
    }

    /** @return the address as a URL, {@code tcp://host:port} */
    @Override
    public String toString() {
        return "tcp://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static URI uri(String brokerUrl) {
        try {
            return new URI(brokerUrl);
        } catch (URISyntaxException e) {
            throw malformed(brokerUrl);
        }
    }

    private static InvalidOptionException malformed(String brokerUrl) {
        return new InvalidOptionException(
                "brokerUrl", brokerUrl, "write it like tcp://localhost:1883, without user, path or query");
    }
}
