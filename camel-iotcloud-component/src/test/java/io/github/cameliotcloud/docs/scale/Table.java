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
package io.github.cameliotcloud.docs.scale;

import java.util.Locale;

/** Writes a table of AsciiDoc. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String columns, Object... heading) {
        text.append("[cols=\"").append(columns).append("\"]\n|===\n");
        row(heading);
        text.append('\n');
    }

    Table row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "|" : " |").append(cells[i]);
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text + "|===\n";
    }

    /** With commas; three digits at least where there is a fraction. */
    static String number(double number) {
        if (number >= 100 || number == Math.rint(number)) {
            return String.format(Locale.ROOT, "%,d", Math.round(number));
        }
        return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.2f", number);
    }

    /** A number as it is written, with commas. */
    static String grouped(String number) {
        return number.contains(".") ? number : number(Double.parseDouble(number));
    }

    static String percent(double part) {
        return number(part * 100) + " %";
    }

    static String memory(double megabytes) {
        return megabytes < 1024 ? number(Math.round(megabytes)) + " MB" : number(megabytes / 1024) + " GB";
    }

    static String time(double seconds) {
        if (seconds < 120) {
            return number(Math.round(seconds)) + " s";
        }
        return seconds < 7200 ? number(seconds / 60) + " min" : number(seconds / 3600) + " h";
    }
}
