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
 * @param protocol how MQTT gets there
 * @param host     host name or IP address; an IPv6 address without brackets
 * @param port     TCP port
 * @param path     path of the WebSocket such as {@code /mqtt}; empty without WebSocket
 */
public record BrokerAddress(BrokerProtocol protocol, String host, int port, String path) {

    private static final String DEFAULT_WEB_SOCKET_PATH = "/mqtt"; // protocol.md section 1.2
    private static final String OPTION = "brokerUrl";

    /** @return the address of a port that speaks MQTT without TLS or WebSocket */
    public static BrokerAddress tcp(String host, int port) {
        return new BrokerAddress(BrokerProtocol.TCP, host, port, "");
    }

    /**
     * @param brokerUrl {@code tcp://host[:port]}, {@code ssl://host[:port]}, {@code ws://host[:port][/path]} or
     *     {@code wss://host[:port][/path]}; ports 1883, 8883, 80, 443 and path {@code /mqtt} when left out; an IPv6
     *     address in brackets
     * @return the address
     * @throws InvalidOptionException when the text is not such a URL
     */
    public static BrokerAddress parse(String brokerUrl) {
        URI uri = uri(brokerUrl);
        BrokerProtocol protocol = BrokerProtocol.ofScheme(uri.getScheme()).orElseThrow(() -> malformed(brokerUrl));
        String path = uri.getRawPath();
        if (uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getPort() == 0
                || uri.getPort() > 65_535
                || !protocol.isWebSocket() && !path.isEmpty()) {
            throw malformed(brokerUrl);
        }
        String host = uri.getHost();
        return new BrokerAddress(
                protocol,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                uri.getPort() == -1 ? protocol.port() : uri.getPort(),
                protocol.isWebSocket() && path.isEmpty() ? DEFAULT_WEB_SOCKET_PATH : path);
    }

    /** @return the address as a URL that {@link #parse} reads */
    @Override
    public String toString() {
        return protocol.scheme() + "://" + (isIpv6() ? "[" + host + "]" : host) + ":" + port + path;
    }

    /** @return whether the host is an IPv6 address */
    public boolean isIpv6() {
        return host.contains(":");
    }

    private static URI uri(String brokerUrl) {
        try {
            return new URI(brokerUrl);
        } catch (URISyntaxException e) {
            throw malformed(brokerUrl);
        }
    }

    private static InvalidOptionException malformed(String brokerUrl) {
        if (brokerUrl.contains("@")) { // a password may stand in front of it
            return InvalidOptionException.secret(
                    OPTION, "has a user in it: leave it out, user name and password are made of the options");
        }
        return new InvalidOptionException(
                OPTION,
                brokerUrl,
                "write it like tcp://localhost:1883, ssl://host:8883, ws://host:80/mqtt or wss://host:443/mqtt, without"
                        + " user and query");
    }
}
