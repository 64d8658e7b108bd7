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
package io.github.cameliotcloud.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A text that must not be shown, in every writing that a log or a dump might use. */
public final class Secret {

    private static final int SHORTEST_TELLING = 6;

    private final String name;
    private final Set<String> writings = new LinkedHashSet<>();

    private Secret(String name) {
        this.name = name;
    }

    /** Text that is nothing but text, such as an MQTT password. */
    public static Secret text(String name, String text) {
        return new Secret(name).addText(text).addBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of a key, as options hold it: the text and the key. */
    public static Secret base64(String name, String base64) {
        return text(name, base64).addBytes(Base64.getDecoder().decode(base64));
    }

    /** A private key in PEM: each line, all lines, the key. */
    public static Secret pem(String name, String pem) {
        Secret secret = new Secret(name);
        String[] body = pem.lines().filter(line -> !line.startsWith("-----")).toArray(String[]::new);
        Arrays.stream(body).forEach(secret::addText);
        return secret.addText(String.join("", body))
                .addBytes(Base64.getMimeDecoder().decode(String.join("", body)));
    }

    private Secret addText(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        add(text);
        add(text.replace('+', ' ')); // as a URI reads it
        add(encoded);
        add(encoded.replace("+", "%20"));
        add(encoded.toLowerCase(Locale.ROOT));
        add(URLEncoder.encode(encoded, StandardCharsets.UTF_8));
        add(text.replace("/", "\\/"));
        add(text.replace("+", "\\u002b").replace("=", "\\u003d"));
        add(text.replace("+", "\\u002B").replace("=", "\\u003D"));
        return this;
    }

    private Secret addBytes(byte[] bytes) {
        add(HexFormat.of().formatHex(bytes));
        add(HexFormat.of().withUpperCase().formatHex(bytes));
        add(HexFormat.ofDelimiter(" ").formatHex(bytes));
        add(HexFormat.ofDelimiter(":").formatHex(bytes));
        add(Base64.getEncoder().encodeToString(bytes));
        add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        add(Base64.getUrlEncoder().encodeToString(bytes));
        add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        add(Arrays.toString(bytes).replaceAll("[\\[\\]]", ""));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.chars().noneMatch(Character::isISOControl)) {
            add(text);
        }
        return this;
    }

    private void add(String writing) {
        if (writing.length() >= SHORTEST_TELLING) {
            writings.add(writing);
        }
    }

    boolean isIn(String text) {
        return writings.stream().anyMatch(text::contains);
    }

    /** @return the name, to be shown in a test's failure */
    @Override
    public String toString() {
        return name;
    }
}
