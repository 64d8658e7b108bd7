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

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.cameliotcloud.benchmarks.harness.Contestant;

/** Receives what an independent publisher sends; counts the messages of a second, from the first sent to the last received. */
final class Receiver implements Contestant {

    /** Makes what calls an action for each message of a topic. */
    @FunctionalInterface
    interface Factory {
        AutoCloseable create(Runnable action) throws Exception;
    }

    private static final double NANOS = 1e9;
    private static final int LONGEST_RUN_SECONDS = 120;

    private final Source source;
    private final String topic;
    private final byte[] body;
    private final int messages;
    private final AutoCloseable receiving;
    private volatile CountDownLatch missing = new CountDownLatch(0);

    Receiver(Source source, String topic, byte[] body, int messages, Factory factory) throws Exception {
        this.source = source;
        this.topic = topic;
        this.body = body;
        this.messages = messages;
        this.receiving = factory.create(() -> missing.countDown());
    }

    @Override
    public double run() throws Exception {
        CountDownLatch all = new CountDownLatch(messages);
        missing = all;
        long begin = System.nanoTime();
        source.publish(topic, body, messages);
        if (!all.await(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(all.getCount() + " messages are missing on " + topic);
        }
        return messages * NANOS / (System.nanoTime() - begin);
    }

    @Override
    public void close() throws Exception {
        receiving.close();
    }
}
