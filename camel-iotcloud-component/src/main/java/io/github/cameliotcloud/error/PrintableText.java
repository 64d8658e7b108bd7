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

/** Values of unknown origin, made fit for messages and logs. */
public final class PrintableText {

    private static final int LONGEST = 60;

    private PrintableText() {}

    /**
     * @param value text of any length and content
     * @return the text on one line: cut after 60 characters, with a question mark for each character that is invisible,
     *     breaks a line or turns the direction of reading
     */
    public static String of(String value) {
        String shown = value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST) + "... (" + value.length() + " characters)";
        return shown.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
