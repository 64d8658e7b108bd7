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
package io.github.cameliotcloud.fuzz;

import java.util.List;
import java.util.Random;

/** Shadow messages of which nearly all is as documented: some values have another type, are odd, missing or twice. */
final class HostileJson {

    private static final int MAX_SIZE = 300_000;
    private static final int MAX_DEPTH = 8;

    private static final List<String> ODD_VALUES = List.of(
            "1e999999999",
            "-1e999999999",
            "1e-999999999",
            "1e915858438033",
            "1e-915858438033",
            "10e2147483647",
            "0.1e-2147483647",
            "1.5",
            "-1",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "18446744073709551616",
            "1E400",
            "-0",
            "01",
            "+1",
            "0x1F",
            "NaN",
            "Infinity",
            "-Infinity",
            "null",
            "true",
            "False",
            "undefined",
            "",
            "\"\"",
            "\"7\"",
            "'single'",
            "/* comment */ 1",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\r\\n12:00:00 ERROR forged\"",
            "\"\r\n12:00:00 ERROR forged\"",
            "\"\u202e\u2028\u0085\"",
            "\"\\x41\"",
            "[]",
            "{}",
            "[null]",
            "[[[[[[1]]]]]]");

    private static final List<String> TYPES =
            List.of("\"delta\"", "\"delta\"", "\"get\"", "\"update\"", "\"update\"", "\"delete\"");
    private static final List<String> NAMES =
            List.of("t", "mode", "type", "state", "", "\\u0000", "a\\nb", "\\ud800", "ä");
    private static final List<String> ENDS = List.of(" ", "{}", "]", "x", ",", "\0");

    private final Random random;

    HostileJson(Random random) {
        this.random = random;
    }

    /** A message with the keys of protocol.md section 5. */
    String message() {
        return "{" + member("type", any(TYPES)) + member("payload", payload()) + member("clientToken", "\"c-1\"")
                + member("result", "0") + "\"timestamp\":" + usually("1615858440120") + "}" + rarely(ENDS);
    }

    /** A message beyond a limit, or just within it. */
    String huge() {
        int size = random.nextInt(MAX_SIZE);
        return switch (random.nextInt(6)) {
            case 0 -> delta("{\"t\":" + "9".repeat(size / 2) + "}");
            case 1 -> delta("{\"t\":\"" + "x".repeat(size) + "\"}");
            case 2 -> delta("{\"" + "x".repeat(size / 10) + "\":1}");
            case 3 -> "[".repeat(size) + rarely(ENDS);
            case 4 -> delta("{\"a\":".repeat(size / 5) + "1" + "}".repeat(size / 5));
            default -> delta(wide(size / 20));
        };
    }

    private String payload() {
        return "{" + member("state", state(0)) + member("timestamp", "1615858438033") + "\"version\":"
                + usually(String.valueOf(random.nextInt(1000))) + "}";
    }

    private String state(int depth) {
        StringBuilder state = new StringBuilder("{");
        for (int members = random.nextInt(4); members > 0; members--) {
            state.append('"').append(any(NAMES)).append(members).append("\":").append(value(depth));
            state.append(members > 1 ? "," : "");
        }
        return state.append('}').toString();
    }

    private String value(int depth) {
        return switch (depth < MAX_DEPTH ? random.nextInt(16) : 0) {
            case 1, 2 -> state(depth + 1);
            case 3 -> "[" + value(depth + 1) + "," + value(depth + 1) + "]";
            case 4 -> any(ODD_VALUES);
            default -> String.valueOf(random.nextInt(100));
        };
    }

    private String member(String key, String value) {
        String member = "\"" + key + "\":" + usually(value) + ",";
        return switch (random.nextInt(60)) {
            case 0 -> "";
            case 1 -> member + member;
            default -> member;
        };
    }

    private String usually(String value) {
        return random.nextInt(30) == 0 ? any(ODD_VALUES) : value;
    }

    private String rarely(List<String> values) {
        return random.nextInt(25) == 0 ? any(values) : "";
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String wide(int members) {
        StringBuilder state = new StringBuilder("{");
        for (int i = 0; i < members; i++) {
            state.append("\"attribute").append(i).append("\":1,");
        }
        return state.append("\"last\":1}").toString();
    }

    private static String delta(String state) {
        return "{\"type\":\"delta\",\"payload\":{\"state\":" + state + ",\"version\":1}}";
    }
}
