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
package io.github.cameliotcloud;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.SessionState;
import io.github.cameliotcloud.session.SessionStatus;

/** Readiness of a consumer or producer of a fleet: how many of its devices are connected, and which are worst off. */
final class FleetHealthCheck extends AbstractHealthCheck {

    private static final int WORST = 5;

    private final DeviceMembers members;
    private final int minConnected;

    /**
     * @param id           unique in the Camel context
     * @param members      the devices
     * @param minConnected how many percent of them must be connected for UP
     */
    FleetHealthCheck(String id, DeviceMembers members, int minConnected) {
        super("camel", id);
        this.members = members;
        this.minConnected = minConnected;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Collection<? extends DeviceMember> all = members.all();
        Map<DeviceIdentity, RuntimeException> refused = members.refused();
        int devices = all.size() + refused.size();
        long ready = all.stream().filter(FleetHealthCheck::isReady).count();
        builder.detail("iotcloud.devices", devices);
        builder.detail("iotcloud.ready", ready);
        builder.detail("iotcloud.refused", refused.size());
        states(all)
                .forEach((state, count) ->
                        builder.detail("iotcloud." + state.name().toLowerCase(Locale.ROOT), count));
        builder.detail("iotcloud.worst", worst(all, refused));
        if (ready * 100 >= (long) devices * minConnected) {
            builder.up();
        } else {
            builder.message(ready + " of " + devices + " devices are connected and subscribed, fewer than "
                            + minConnected + " percent")
                    .down();
        }
    }

    private static boolean isReady(DeviceMember member) {
        return member.session().status().state() == SessionState.CONNECTED && member.isGranted();
    }

    private static Map<SessionState, Integer> states(Collection<? extends DeviceMember> all) {
        Map<SessionState, Integer> counts = new EnumMap<>(SessionState.class);
        all.forEach(member -> counts.merge(member.session().status().state(), 1, Integer::sum));
        return counts;
    }

    /** Those that are not served at all, then those with most failed attempts. */
    private static List<String> worst(
            Collection<? extends DeviceMember> all, Map<DeviceIdentity, RuntimeException> refused) {
        Stream<String> notServed = refused.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().getMessage());
        Stream<String> failing = all.stream()
                .filter(member -> member.session().status().lastError() != null)
                .sorted(Comparator.comparing(
                        member -> -member.session().status().attempts()))
                .map(FleetHealthCheck::text);
        return Stream.concat(notServed, failing).limit(WORST).toList();
    }

    private static String text(DeviceMember member) {
        SessionStatus status = member.session().status();
        return member.session().identity() + ": " + status.state() + " since " + status.since() + " after "
                + status.attempts() + " attempts, " + status.lastError().getMessage();
    }
}
