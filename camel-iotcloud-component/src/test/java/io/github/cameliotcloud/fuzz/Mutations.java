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

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Damages valid messages. */
final class Mutations {

    private static final int MAX_EDITS = 3;
    private static final int MAX_INSERTED = 8;

    /** What JSON means something by, and what it does not allow. */
    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", "\"", ",", ":", "\\", "\0", "\n", "-", "e9", "NaN", "null", "true", "\"\"", "{}", "[]");

    private Mutations() {}

    /** The message after one to three random edits; now and then these cancel out. */
    static byte[] of(byte[] valid, Random random) {
        byte[] message = valid;
        for (int edits = 1 + random.nextInt(MAX_EDITS); edits > 0; edits--) {
            message = edit(message, random);
        }
        return message;
    }

    /** Up to {@code max} bytes of anything. */
    static byte[] noise(int max, Random random) {
        byte[] noise = new byte[random.nextInt(max + 1)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] edit(byte[] message, Random random) {
        int from = random.nextInt(message.length + 1);
        int to = from + random.nextInt(message.length - from + 1);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(message, from);
            case 1 -> spliced(message, from, new byte[0], to);
            case 2 -> spliced(message, to, Arrays.copyOfRange(message, from, to), to);
            case 3 -> spliced(message, from, noise(MAX_INSERTED, random), from);
            case 4 -> spliced(message, from, piece(random), from);
            case 5 -> spliced(message, from, piece(random), Math.min(from + 1, message.length));
            default -> bitFlipped(message, random);
        };
    }

    private static byte[] piece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(ISO_8859_1);
    }

    /** The message up to {@code head}, then {@code middle}, then the message from {@code tail} on. */
    private static byte[] spliced(byte[] message, int head, byte[] middle, int tail) {
        byte[] result = Arrays.copyOf(message, head + middle.length + message.length - tail);
        System.arraycopy(middle, 0, result, head, middle.length);
        System.arraycopy(message, tail, result, head + middle.length, message.length - tail);
        return result;
    }

    private static byte[] bitFlipped(byte[] message, Random random) {
        byte[] flipped = message.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return flipped;
    }
}
