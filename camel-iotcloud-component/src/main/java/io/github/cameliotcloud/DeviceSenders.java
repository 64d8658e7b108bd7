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

/** One device, connected from start to stop. */
final class DeviceSenders implements Senders {

    private final IotCloudEndpoint endpoint;
    private final ProducerLink link;

    DeviceSenders(IotCloudEndpoint endpoint) {
        this.endpoint = endpoint;
        this.link = ProducerLink.open(endpoint, endpoint.identity());
    }

    @Override
    public void open() throws Exception {
        if (endpoint.getConfiguration().isFailFast()) {
            link.awaitReady();
        }
    }

    @Override
    public Optional<ProducerLink> take(DeviceIdentity device) {
        return link.begin() ? Optional.of(link) : Optional.empty();
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public CompletableFuture<?>[] closeNow() {
        return new CompletableFuture<?>[] {link.closeNow()};
    }

    @Override
    public AbstractHealthCheck healthCheck(String id) {
        return new IotCloudHealthCheck(id, link);
    }
}
