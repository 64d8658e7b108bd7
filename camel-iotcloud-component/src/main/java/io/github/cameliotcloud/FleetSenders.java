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

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.DeviceFleet;

/** All devices of a fleet, connected as long as they are in it. */
final class FleetSenders implements Senders {

    private final IotCloudEndpoint endpoint;
    private final DeviceFleet fleet;
    private final FleetMembers<ProducerLink> members;

    FleetSenders(IotCloudEndpoint endpoint, DeviceFleet fleet) {
        this.endpoint = endpoint;
        this.fleet = fleet;
        this.members = new FleetMembers<>(device -> ProducerLink.open(endpoint, device), ProducerLink::close);
    }

    @Override
    public void open() {
        members.follow(fleet);
    }

    @Override
    public Optional<ProducerLink> take(DeviceIdentity device) {
        Optional<ProducerLink> link = members.find(device).filter(ProducerLink::begin);
        if (link.isEmpty() && !members.isClosed()) {
            throw FleetHeaders.notInFleet(device, fleet, members.refused().get(device));
        }
        return link;
    }

    @Override
    public void close() {
        members.close().forEach(ProducerLink::close);
    }

    @Override
    public CompletableFuture<?>[] closeNow() {
        return members.close().stream().map(ProducerLink::closeNow).toArray(CompletableFuture[]::new);
    }

    @Override
    public AbstractHealthCheck healthCheck(String id) {
        return new FleetHealthCheck(id, members, endpoint.getConfiguration().getMinConnected());
    }
}
