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
package io.github.cameliotcloud.error;

import java.util.regex.Pattern;

/** Text of a stranger, made fit for one line of a log or an exception. */
public final class PrintableText {

    private static final int LONGEST = 60;

    // also what breaks lines or turns their direction without being a control character in ASCII
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private PrintableText() {}

    /**
     * @param text any text
     * @return at most 60 characters of it, as {@link #of(String, int)} makes them
     */
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /**
     * @param text    any text
     * @param longest how many of its characters to show at most
     * @return the text with a question mark for each character that is not printable; shortened text says so and names
     *     its length
     */
    public static String of(String text, int longest) {
        String shown =
                text.length() <= longest ? text : text.substring(0, longest) + "... (" + text.length() + " characters)";
        return UNPRINTABLE.matcher(shown).replaceAll("?");
    }
}
