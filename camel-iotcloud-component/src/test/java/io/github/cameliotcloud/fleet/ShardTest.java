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

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.error.InvalidOptionException;

class ShardTest {

    /** Computed with {@code python3 -c 'import zlib; print(zlib.crc32(b"ABC1234567/dev-01") % 8)'}. */
    @ParameterizedTest
    @CsvSource({"dev-01, 5/8", "dev-02, 7/8", "boiler-0001, 1/8", "a:b_c, 1/8"})
    void partIsThatOfTheDocumentedHash(String device, String shard) {
        assertThat(Shard.of(identity(device), 8)).hasToString(shard);
        assertThat(Shard.parse(shard).contains(identity(device))).isTrue();
    }

    @Test
    void eachDeviceIsInExactlyOnePart() {
        for (DeviceIdentity device : fleet(500)) {
            assertThat(Shard.all(7).stream().filter(shard -> shard.contains(device)))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 12, 16, 24, 32})
    void partsOfANumberedFleetAreAboutEqual(int count) {
        IntSummaryStatistics sizes = fleet(3000).stream()
                .collect(Collectors.groupingBy(device -> Shard.of(device, count), Collectors.summingInt(device -> 1)))
                .values()
                .stream()
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        assertThat(sizes.getCount()).isEqualTo(count);
        assertThat(sizes.getMax()).isLessThan((int) (3000 / count * 1.25));
    }

    @Test
    void fleetThatGrowsMovesNoDevice() {
        List<DeviceIdentity> devices = fleet(100);
        LiveDeviceFleet whole = new LiveDeviceFleet(devices.subList(0, 50));
        Map<DeviceIdentity, Shard> before = devices.subList(0, 50).stream()
                .collect(Collectors.toMap(device -> device, device -> shardThatHas(device, whole)));
        devices.forEach(whole::add);
        assertThat(before)
                .allSatisfy((device, shard) ->
                        assertThat(shardThatHas(device, whole)).isEqualTo(shard));
    }

    @Test
    void partFollowsTheFleet() {
        List<DeviceIdentity> devices = fleet(40);
        LiveDeviceFleet whole = new LiveDeviceFleet(devices.subList(0, 20));
        FleetShard part = new FleetShard(whole, Shard.parse("1/4"));
        List<DeviceIdentity> now = new ArrayList<>();
        DeviceFleet.Observation observation = part.observe(new FleetListener() {
            @Override
            public void added(DeviceIdentity device) {
                now.add(device);
            }

            @Override
            public void removed(DeviceIdentity device) {
                now.remove(device);
            }
        });
        devices.forEach(whole::add);
        devices.subList(0, 10).forEach(whole::remove);
        assertThat(now)
                .isNotEmpty()
                .containsExactlyElementsOf(devices.subList(10, 40).stream()
                        .filter(Shard.parse("1/4")::contains)
                        .toList());
        assertThat(devices)
                .allSatisfy(device -> assertThat(part.contains(device)).isEqualTo(now.contains(device)));

        observation.cancel();
        devices.forEach(whole::remove);
        assertThat(now).as("after the end of the observation").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8/8   | Option shard=8/8: the parts count from 0, so use 0/8 to 7/8",
                "0/0   | Option shard=0/0: there are 1 to 10000 parts; write shard=0/8 for the first of 8",
                "0/10001 | Option shard=0/10001: there are 1 to 10000 parts; write shard=0/8 for the first of 8",
                "a/b   | Option shard=a/b: write index/count, such as shard=0/8 for the first of 8 parts",
                "-1/8  | Option shard=-1/8: write index/count, such as shard=0/8 for the first of 8 parts",
                "3     | Option shard=3: write index/count, such as shard=0/8 for the first of 8 parts",
                "1/99999999999 | Option shard=1/99999999999: write index/count"
            })
    void whatIsNoPartIsRefusedWithTheRemedy(String text, String message) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(message);
    }

    private static Shard shardThatHas(DeviceIdentity device, DeviceFleet fleet) {
        return Shard.all(8).stream()
                .filter(shard -> new FleetShard(fleet, shard).contains(device))
                .findFirst()
                .orElseThrow();
    }

    private static List<DeviceIdentity> fleet(int devices) {
        return IntStream.range(0, devices)
                .mapToObj("boiler-%04d"::formatted)
                .map(ShardTest::identity)
                .toList();
    }

    private static DeviceIdentity identity(String device) {
        return new DeviceIdentity("ABC1234567", device);
    }
}
