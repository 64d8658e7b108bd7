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
package io.github.cameliotcloud.simulator.fuzz;

import java.util.Arrays;
import java.util.Random;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Damages valid input. */
public final class Mutations {

    private static final int MAX_EDITS = 4;
    private static final int MAX_INSERTED = 16;

    private Mutations() {}

    /** The bytes after one to four random edits; now and then these cancel out. */
    public static byte[] of(byte[] valid, Random random) {
        byte[] bytes = valid;
        for (int edits = 1 + random.nextInt(MAX_EDITS); edits > 0; edits--) {
            bytes = edit(bytes, random);
        }
        return bytes;
    }

    /** The same for text. */
    public static String of(String valid, Random random) {
        return new String(of(valid.getBytes(UTF_8), random), UTF_8);
    }

    /** Up to {@code max} bytes of anything. */
    public static byte[] noise(int max, Random random) {
        byte[] noise = new byte[random.nextInt(max + 1)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] edit(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, from);
            case 1 -> splice(bytes, from, new byte[0], to);
            case 2 -> splice(bytes, to, Arrays.copyOfRange(bytes, from, to), to);
            case 3 -> splice(bytes, from, noise(MAX_INSERTED, random), from);
            case 4 -> splice(bytes, from, noise(MAX_INSERTED, random), to);
            default -> flipBit(bytes, random);
        };
    }

    private static byte[] splice(byte[] bytes, int head, byte[] middle, int tail) {
        byte[] spliced = new byte[head + middle.length + bytes.length - tail];
        System.arraycopy(bytes, 0, spliced, 0, head);
        System.arraycopy(middle, 0, spliced, head, middle.length);
        System.arraycopy(bytes, tail, spliced, head + middle.length, bytes.length - tail);
        return spliced;
    }

    private static byte[] flipBit(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return flipped;
    }
}
