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

import java.time.Duration;

import org.apache.camel.Message;
import org.apache.camel.spi.ExceptionHandler;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.fleet.DeviceFleet;

/** Whom an endpoint serves: the one device of its options, or those of its fleet. */
final class ServedDevices {

    private final IotCloudEndpoint endpoint;
    private final IotCloudConfiguration options;
    private final DeviceFleet fleet;
    private final DeviceIdentity one;

    ServedDevices(IotCloudEndpoint endpoint) {
        this.endpoint = endpoint;
        this.options = endpoint.getConfiguration();
        this.fleet = options.servedFleet();
        this.one = fleet == null ? endpoint.identity() : null;
    }

    /** @throws io.github.cameliotcloud.error.InvalidMessageException when a fleet's message does not name its device */
    DeviceIdentity deviceOf(Message message) {
        return fleet == null ? one : FleetHeaders.device(message);
    }

    Senders newSenders() {
        if (options.getIdleTimeout() > 0) {
            return new OnDemandSenders(endpoint, this::requireInFleet);
        }
        return fleet == null ? new DeviceSenders(endpoint) : new FleetSenders(endpoint, fleet);
    }

    private void requireInFleet(DeviceIdentity device) {
        if (fleet != null && !fleet.contains(device)) {
            throw FleetHeaders.notInFleet(device, fleet, null);
        }
    }

    /** @param failures takes what goes wrong outside of an exchange */
    Receivers newReceivers(ExchangeQueue queue, ExceptionHandler failures) {
        ExceptionHandler onPool = new PooledExceptionHandler(
                failures, endpoint.getComponent().pools().consumers());
        if (fleet == null) {
            QueueShare share = new QueueShare(queue, QueueShare.OF_ONE_DEVICE);
            return new DeviceReceivers(
                    DeviceReceiver.open(endpoint, endpoint.identity(), share, onPool), options.isFailFast());
        }
        return new FleetReceivers(
                endpoint,
                fleet,
                device -> DeviceReceiver.open(
                        endpoint, device, new QueueShare(queue, QueueShare.OF_A_FLEET_DEVICE), onPool),
                closing(),
                options.getMinConnected());
    }

    ClosingDevices closing() {
        return new ClosingDevices(Duration.ofMillis(options.getConnectTimeout() * DeviceLink.CONNECT_TIMEOUTS));
    }
}
