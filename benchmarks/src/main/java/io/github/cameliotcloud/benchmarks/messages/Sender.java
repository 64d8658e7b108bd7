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
package io.github.cameliotcloud.benchmarks.messages;

import io.github.cameliotcloud.benchmarks.harness.Contestant;

/** Sends messages from one thread, with many unanswered; counts those that were answered in a second. */
final class Sender implements Contestant {

    /** One message. */
    @FunctionalInterface
    interface Sending {

        /** @param window to be told of the answer */
        void send(Window window) throws Exception;
    }

    private static final double NANOS = 1e9;

    private final int messages;
    private final int inFlight;
    private final Sending sending;
    private final AutoCloseable resource;

    /**
     * @param messages how many a run sends
     * @param inFlight how many may be unanswered
     * @param resource closed at the end
     */
    Sender(int messages, int inFlight, Sending sending, AutoCloseable resource) {
        this.messages = messages;
        this.inFlight = inFlight;
        this.sending = sending;
        this.resource = resource;
    }

    @Override
    public double run() throws Exception {
        Window window = new Window(inFlight);
        long begin = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            window.enter();
            sending.send(window);
        }
        window.awaitAll();
        return messages * NANOS / (System.nanoTime() - begin);
    }

    @Override
    public void close() throws Exception {
        resource.close();
    }
}
