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
package io.github.cameliotcloud.simulator.signature;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What of an HTTP request is signed.
 *
 * @param headers the value of a header by its name in lower case, null without it
 * @param body the bytes as received; not copied
 */
public record SignedRequest(UnaryOperator<String> headers, byte[] body) {

    public SignedRequest {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    String header(String name) {
        return headers.apply(name);
    }

    /** The same with a host that names no port. */
    SignedRequest withoutPort() {
        return new SignedRequest(name -> name.equals("host") ? hostName() : header(name), body);
    }

    private String hostName() {
        String host = header("host");
        return host == null ? null : host.replaceFirst(":\\d+$", "");
    }
}
