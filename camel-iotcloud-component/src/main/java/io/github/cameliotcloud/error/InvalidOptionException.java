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

/** An endpoint option that cannot work. The message is one sentence: the option, its value, and what to change. */
public class InvalidOptionException extends IllegalArgumentException {

    private final String option;

    /**
     * For an option whose value may be shown.
     *
     * @param option name of the option as written in the URI
     * @param value  the value given; shown shortened and without control characters; null reads "not set"
     * @param remedy what is wrong and what to set instead
     */
    public InvalidOptionException(String option, Object value, String remedy) {
        super("Option " + option + (value == null ? " is not set: " : "=" + shown(value.toString()) + ": ") + remedy);
        this.option = option;
    }

    private InvalidOptionException(String option, String remedy) {
        super("Option " + option + ": " + remedy);
        this.option = option;
    }

    /**
     * For a secret option: the value appears nowhere.
     *
     * @param option name of the option as written in the URI
     * @param remedy what is wrong and what to set instead, without quoting the value
     * @return the exception to throw
     */
    public static InvalidOptionException secret(String option, String remedy) {
        return new InvalidOptionException(option, remedy);
    }

    /** @return name of the option as written in the URI */
    public String option() {
        return option;
    }

    /** What follows an ampersand may be an option that the value has swallowed, even a secret one. */
    private static String shown(String value) {
        int next = value.indexOf('&');
        return PrintableText.of(next < 0 ? value : value.substring(0, next) + "&...");
    }
}
