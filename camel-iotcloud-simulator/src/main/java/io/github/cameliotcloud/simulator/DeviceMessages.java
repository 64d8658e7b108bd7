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
package io.github.cameliotcloud.simulator;

import java.util.concurrent.CompletableFuture;

import io.github.cameliotcloud.simulator.application.RrpcAnswer;

/** Calls to devices, and messages to all devices of a product. Thread-safe. */
public final class DeviceMessages {

    private final SimulatedCloud cloud;

    DeviceMessages(SimulatedCloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Calls a device, as PublishRRPCMessage does (protocol.md 6.1).
     *
     * @param payload at most 16,384 bytes
     * @return the bytes that the device answers, or a {@code RefusedException} when it does not in time; never blocks
     * @throws IllegalArgumentException when the device is unknown
     * @throws io.github.cameliotcloud.simulator.application.RefusedException when the device is disabled, offline or has
     *     not subscribed, or the payload is too long
     */
    public CompletableFuture<byte[]> call(String product, String device, byte[] payload) {
        return cloud.application()
                .rrpc()
                .call(cloud.device(product, device), payload)
                .thenApply(RrpcAnswer::payload);
    }

    /**
     * Sends a message to all online and subscribed devices of a product, as PublishBroadcastMessage does (protocol.md 6.2).
     *
     * @param payload at most 6,144 bytes, which are 8 KB of Base64
     * @param qos 0 or 1
     * @return the number of the task
     * @throws io.github.cameliotcloud.simulator.application.RefusedException when the product is unknown, a broadcast to it
     *     is running, or the payload is too long
     */
    public int broadcast(String product, byte[] payload, int qos) {
        Requirements.qos(qos);
        return cloud.application().broadcasts().publish(product, payload, qos);
    }
}
