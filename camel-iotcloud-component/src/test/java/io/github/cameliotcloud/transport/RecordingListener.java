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
package io.github.cameliotcloud.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.cameliotcloud.session.InboundMessage;
import io.github.cameliotcloud.session.MqttConnectionListener;

/** Keeps what it is told, in order. */
final class RecordingListener implements MqttConnectionListener {

    private final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
    private final List<Throwable> losses = new CopyOnWriteArrayList<>();
    private final Consumer<InboundMessage> then;

    private RecordingListener(Consumer<InboundMessage> then) {
        this.then = then;
    }

    /** @return one that acknowledges at once */
    static RecordingListener acknowledging() {
        return new RecordingListener(InboundMessage::acknowledge);
    }

    /** @return one that leaves the acknowledgement to the test */
    static RecordingListener keeping() {
        return new RecordingListener(message -> {});
    }

    /** @return one that does this on the library's thread */
    static RecordingListener doing(Consumer<InboundMessage> then) {
        return new RecordingListener(then);
    }

    List<InboundMessage> messages() {
        return messages;
    }

    List<byte[]> payloads() {
        return messages.stream().map(InboundMessage::payload).toList();
    }

    List<String> texts() {
        return payloads().stream().map(String::new).toList();
    }

    List<Throwable> losses() {
        return losses;
    }

    @Override
    public void messageArrived(InboundMessage message) {
        messages.add(message);
        then.accept(message);
    }

    @Override
    public void connectionLost(Throwable cause) {
        losses.add(cause);
    }
}
