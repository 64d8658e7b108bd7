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
package io.github.cameliotcloud.fleet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * One of {@code count} parts of a fleet, written {@code index/count}: 0/8 to 7/8. A device is in the part whose index is
 * the CRC-32 of {@code product/device} in UTF-8, modulo the count. So a device stays in its part while others come and
 * go, each part has about as many as any other, and whoever fills the fleet can compute the part too.
 *
 * @param index which part, from 0
 * @param count of how many, from 1 to {@value #MAX_COUNT}
 */
public record Shard(int index, int count) {

    private static final int MAX_COUNT = 10_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

    /** @throws InvalidOptionException when there is no such part */
    public Shard {
        if (count < 1 || count > MAX_COUNT) {
            throw invalid(
                    index + "/" + count, "there are 1 to " + MAX_COUNT + " parts; write shard=0/8 for the first of 8");
        }
        if (index < 0 || index >= count) {
            throw invalid(
                    index + "/" + count,
                    "the parts count from 0, so use 0/" + count + " to " + (count - 1) + "/" + count);
        }
    }

    /**
     * Reads the value of the option {@code shard}.
     *
     * @param text such as 3/8
     * @return that part
     * @throws InvalidOptionException when it is no part
     */
    public static Shard parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw invalid(text, "write index/count, such as shard=0/8 for the first of 8 parts");
        }
        return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /**
     * Lists all parts, for a loop that makes a route for each.
     *
     * @param count how many
     * @return them, in rising order
     * @throws InvalidOptionException when there cannot be so many
     */
    public static List<Shard> all(int count) {
        Shard first = new Shard(0, count);
        return IntStream.range(0, count)
                .mapToObj(index -> new Shard(index, first.count))
                .toList();
    }

    /**
     * @param device a device
     * @return whether it is in this part
     */
    public boolean contains(DeviceIdentity device) {
        return of(device, count).equals(this);
    }

    /**
     * @param device a device
     * @param count  of how many parts
     * @return the part that the device is in
     */
    public static Shard of(DeviceIdentity device, int count) {
        CRC32 hash = new CRC32();
        hash.update((device.product() + "/" + device.device()).getBytes(StandardCharsets.UTF_8));
        return new Shard((int) (hash.getValue() % count), count);
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }

    private static InvalidOptionException invalid(String value, String remedy) {
        return new InvalidOptionException("shard", value, remedy);
    }
}
