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

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** What a cloud could send that is broken, or wants to break something. Equal randoms make equal payloads. */
final class HostilePayloads {

    /** Sections 5.2 to 5.5 of protocol.md. */
    private static final List<String> EXAMPLES = List.of(
            "{\"clientToken\":\"ABC1234567-0\",\"payload\":{\"state\":{\"delta\":{\"t\":25},\"desired\":{\"t\":25},\"reported\":{\"t\":27}},"
                    + "\"timestamp\":1615858698132,\"version\":26},\"result\":0,\"timestamp\":1615858706,\"type\":\"get\"}",
            "{\"clientToken\":\"ABC1234567-1\",\"payload\":{\"state\":{\"reported\":{\"t\":27}},\"timestamp\":1615858438033,"
                    + "\"version\":8},\"result\":0,\"timestamp\":1615858438033,\"type\":\"update\"}",
            "{\"clientToken\":\"ABC1234567-2\",\"payload\":{\"state\":{\"reported\":{\"mode\":\"cool\",\"t\":27}},"
                    + "\"timestamp\":1615858438033,\"version\":8},\"result\":5005,\"timestamp\":1615858440120,\"type\":\"update\"}",
            "{\"payload\":{\"state\":{\"t\":25},\"timestamp\":1615858440000,\"version\":9},\"timestamp\":1615858440000,"
                    + "\"type\":\"delta\"}");

    private static final List<Charset> OTHER_CHARSETS = List.of(
            ISO_8859_1,
            Charset.forName("UTF-16"),
            Charset.forName("UTF-16LE"),
            Charset.forName("UTF-32"),
            Charset.forName("IBM037"));

    private static final int MAX_NOISE = 2_000;

    private HostilePayloads() {}

    static byte[] next(Random random) {
        int kind = random.nextInt(200);
        if (kind < 1) {
            return new HostileJson(random).huge().getBytes(UTF_8);
        }
        if (kind < 10) {
            return Mutations.noise(MAX_NOISE, random);
        }
        if (kind < 20) {
            return recoded(example(random), random);
        }
        if (kind < 110) {
            return Mutations.of(example(random).getBytes(UTF_8), random);
        }
        return new HostileJson(random).message().getBytes(UTF_8);
    }

    private static String example(Random random) {
        return EXAMPLES.get(random.nextInt(EXAMPLES.size()));
    }

    private static byte[] recoded(String message, Random random) {
        String text = message.replace("cool", "k\u00fchl \ud83d\ude00");
        return switch (random.nextInt(4)) {
            case 0 -> ("\uFEFF" + text).getBytes(UTF_8);
            case 1 -> text.replace("t\":", "\u00c0\u0080\":").getBytes(ISO_8859_1); // NUL, overlong
            case 2 -> text.replace("t\":", "\u00ed\u00a0\u0080\":").getBytes(ISO_8859_1); // half a surrogate pair
            default -> text.getBytes(OTHER_CHARSETS.get(random.nextInt(OTHER_CHARSETS.size())));
        };
    }
}
