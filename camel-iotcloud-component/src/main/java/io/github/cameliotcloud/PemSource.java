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
package io.github.cameliotcloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

import io.github.cameliotcloud.error.InvalidOptionException;

/** The value of an option that is either PEM text or the name of the resource that holds it. */
final class PemSource {

    private static final String PEM = "-----BEGIN ";
    private static final Pattern RESOURCE = Pattern.compile(".*[.:].*"); // the dot of a pattern is no line end

    private final CamelContext camelContext;
    private final String option;
    private final String value;

    PemSource(CamelContext camelContext, String option, String value) {
        this.camelContext = camelContext;
        this.option = option;
        this.value = value;
    }

    String option() {
        return option;
    }

    boolean isSet() {
        return value != null;
    }

    /** @throws InvalidOptionException when the resource cannot be read */
    String read() {
        if (isText()) {
            return value;
        }
        try (InputStream resource = ResourceHelper.resolveMandatoryResourceAsInputStream(camelContext, value)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException | IllegalArgumentException e) { // the latter for a scheme that nobody knows
            String remedy = "cannot be read: name a PEM file that exists, like file:/etc/device.pem";
            throw isResource()
                    ? new InvalidOptionException(option, value, remedy)
                    : InvalidOptionException.secret(option, remedy);
        }
    }

    private boolean isText() {
        return value.strip().startsWith(PEM);
    }

    /** Whether it may be shown: a key that lost its first line has neither dot nor colon, and may have several lines. */
    private boolean isResource() {
        return !isText() && RESOURCE.matcher(value).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PemSource source && Objects.equals(value, source.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** @return the resource; anything else may be a private key, so it is masked */
    @Override
    public String toString() {
        if (!isSet()) {
            return "not set";
        }
        return isResource() ? value : "xxxxxx";
    }
}
