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

import org.apache.camel.impl.health.AbstractHealthCheck;

/** The messages of one device. Connected and subscribed once {@link #receive()} returns, unless failFast is off. */
final class DeviceReceivers implements Receivers {

    private final DeviceReceiver receiver;
    private final boolean failFast;

    DeviceReceivers(DeviceReceiver receiver, boolean failFast) {
        this.receiver = receiver;
        this.failFast = failFast;
    }

    @Override
    public void receive() throws Exception {
        if (failFast) {
            receiver.receiveNow();
        } else {
            receiver.receive();
        }
    }

    @Override
    public void pause() {
        receiver.pause();
    }

    @Override
    public void close() {
        receiver.close();
    }

    @Override
    public AbstractHealthCheck healthCheck(String id) {
        return new IotCloudHealthCheck(id, receiver);
    }
}
