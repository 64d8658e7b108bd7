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

import java.util.concurrent.CompletableFuture;

import org.apache.camel.spi.ExceptionHandler;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.session.DeviceSession;

/** Brings the messages of one device into a consumer's queue: a share in the device's session, and an inlet on it. */
final class DeviceReceiver implements DeviceMember {

    private final DeviceLink link;
    private final QueueShare queue;
    private final Inlet inlet;
    private boolean open;

    private DeviceReceiver(DeviceLink link, QueueShare queue, Inlet inlet) {
        this.link = link;
        this.queue = queue;
        this.inlet = inlet;
    }

    /** Takes a share in the session; does not connect yet. */
    static DeviceReceiver open(
            IotCloudEndpoint endpoint, DeviceIdentity device, QueueShare queue, ExceptionHandler failures) {
        DeviceLink link = DeviceLink.open(endpoint, device);
        Inlet inlet = endpoint.getChannel() == Channel.SHADOW
                ? new ShadowInlet(endpoint, link, queue, failures)
                : new TopicInlet(endpoint, link, queue);
        return new DeviceReceiver(link, queue, inlet);
    }

    @Override
    public DeviceSession session() {
        return link.session();
    }

    @Override
    public boolean isGranted() {
        return inlet.isGranted();
    }

    /** Wants messages from now on, and begins to connect; returns at once. */
    void receive() {
        openOnce();
        link.session().start();
    }

    /** The same, and waits, within a bound, until the device is connected and subscribed. */
    void receiveNow() throws Exception {
        openOnce();
        link.connect();
        inlet.awaitGranted();
    }

    /** A device that joins a fleet while its consumer resumes is told to receive twice. */
    private synchronized void openOnce() {
        if (!open) {
            open = true;
            inlet.open();
        }
    }

    /** Takes no new messages; those in work go on. */
    synchronized void pause() {
        open = false;
        inlet.pause();
    }

    /** Waits, within a bound, until a session that nobody else uses is closed. */
    void close() {
        link.awaitClosed(release());
    }

    /**
     * Takes no new messages, and gives the session back when those in work are done.
     *
     * @return ends when that is so, and a session that nobody else uses is closed
     */
    CompletableFuture<Void> drain() {
        pause();
        return queue.whenEmpty().thenCompose(empty -> release());
    }

    /**
     * Ends as {@link #close()} does, and does not wait.
     *
     * @return ends when a session that nobody else uses is closed
     */
    CompletableFuture<Void> release() {
        // first, because a session that ends with this needs no UNSUBSCRIBE
        CompletableFuture<Void> released = link.release();
        inlet.close();
        return released;
    }
}
