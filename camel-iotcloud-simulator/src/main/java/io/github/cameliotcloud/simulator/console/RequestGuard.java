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
package io.github.cameliotcloud.simulator.console;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;

/**
 * Keeps pages of other sites away from the console, which has no password. The host of a request must not be a name that
 * such a site can lead here (DNS rebinding), and a request that a browser makes for another site's page is refused.
 */
final class RequestGuard {

    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+(%[0-9a-z.-]+)?]");
    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final String ownHost;

    /** @param ownHost the name or address that the simulator was told to listen on */
    RequestGuard(String ownHost) {
        this.ownHost = ownHost.toLowerCase(Locale.ROOT);
    }

    /** What a browser shall know of every answer. */
    void addHeaders(HttpServerResponse response) {
        response.putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cache-Control", "no-store");
    }

    /** @throws ConsoleException with 403 when the host may be somebody else's name for this machine */
    void requireOwnHost(HttpServerRequest request) {
        // also in HTTP/2, which has no header Host
        HostAndPort authority = request.authority();
        if (authority == null || !isOwn(authority.host().toLowerCase(Locale.ROOT))) {
            throw new ConsoleException(
                    403, "The console is only shown as localhost, by IP address or by the host that it listens on.");
        }
    }

    private boolean isOwn(String name) {
        return name.equals("localhost")
                || name.equals(ownHost)
                || IPV4.matcher(name).matches()
                || IPV6.matcher(name).matches();
    }

    /** @throws ConsoleException with 403 when a page of another site makes the request */
    void requireOwnPage(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = origin != null && !origin.equalsIgnoreCase(request.scheme() + "://" + request.authority())
                || site != null && !FROM_HERE.contains(site);
        if (foreign) {
            throw new ConsoleException(403, "The console does not take requests from pages of other sites.");
        }
    }

    /** @throws ConsoleException with 415 when a form could have sent the request */
    void requireJson(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        boolean json = type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
        if (!request.method().equals(HttpMethod.GET) && !json) {
            throw new ConsoleException(415, "Requests that change something need Content-Type: application/json.");
        }
    }
}
