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
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.auth.DeviceIdentity;

class LiveDeviceFleetTest implements FleetListener {

    private static final DeviceIdentity ONE = new DeviceIdentity("ABC1234567", "one");
    private static final DeviceIdentity TWO = new DeviceIdentity("ABC1234567", "two");

    private final LiveDeviceFleet fleet = new LiveDeviceFleet(List.of(ONE));
    private final List<String> told = new ArrayList<>();

    @Override
    public void added(DeviceIdentity device) {
        told.add("+" + device.device());
    }

    @Override
    public void removed(DeviceIdentity device) {
        told.add("-" + device.device());
    }

    @Test
    void listenerIsToldOfDevicesThatAreThereAndOfChanges() {
        fleet.observe(this);
        fleet.add(TWO);
        fleet.remove(ONE);
        assertThat(told).containsExactly("+one", "+two", "-one");
        assertThat(fleet.devices()).containsExactly(TWO);
        assertThat(fleet.contains(ONE)).isFalse();
    }

    @Test
    void whatChangesNothingIsNotTold() {
        fleet.observe(this);
        assertThat(fleet.add(ONE)).isFalse();
        assertThat(fleet.remove(TWO)).isFalse();
        assertThat(told).containsExactly("+one");
    }

    @Test
    void cancelledListenerIsToldNothingMore() {
        fleet.observe(this).cancel();
        fleet.add(TWO);
        assertThat(told).containsExactly("+one");
    }
}
