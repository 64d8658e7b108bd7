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
package io.github.cameliotcloud.simulator.topic;

import java.util.regex.Pattern;

/**
 * A topic class of a product: what its devices may do below {@code ${product}/${device}/} (protocol.md 3.3).
 *
 * @param suffix levels of letters, digits and underscores, or {@code +} as a whole level
 * @param publish whether devices may publish
 * @param subscribe whether devices may subscribe
 */
public record TopicClass(String suffix, boolean publish, boolean subscribe) {

    // hyphens are not in Tencent's rule, but in topic names of its API (protocol.md 7.5)
    private static final Pattern GRAMMAR = Pattern.compile("(\\+|[A-Za-z0-9_:-]+)(/(\\+|[A-Za-z0-9_:-]+))*");

    private static final int MAX_CHARACTERS = 255;

    /** @throws IllegalArgumentException when the suffix does not follow the grammar */
    public TopicClass {
        if (suffix == null
                || suffix.length() > MAX_CHARACTERS
                || !GRAMMAR.matcher(suffix).matches()) {
            throw new IllegalArgumentException(
                    "A topic suffix has at most 255 characters, in levels of letters, digits and _ : - or a + between single"
                            + " slashes, but this one is: " + suffix);
        }
    }
}
