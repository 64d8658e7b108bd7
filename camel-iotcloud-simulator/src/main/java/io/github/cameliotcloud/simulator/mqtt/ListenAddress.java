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
package io.github.cameliotcloud.simulator.mqtt;

/**
 * Where the simulator opens its ports.
 *
 * @param host a name or an address, IPv6 without brackets
 */
public record ListenAddress(String host) {

    /** An address that clients on this machine can use: the wildcard addresses are none. */
    public String reachable() {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
    }

    /** The reachable address as it stands in a URL: IPv6 in brackets. */
    public String inUrl() {
        String address = reachable();
        return address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    }

    /** Like {@link #inUrl}, but {@code localhost} where that leads here. */
    public String nameInUrl() {
        return named(inUrl());
    }

    /** Like {@link #reachable}, but {@code localhost} where that leads here. */
    public String reachableName() {
        return named(reachable());
    }

    private static String named(String address) {
        return address.equals("127.0.0.1") ? "localhost" : address;
    }
}
