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
package io.github.cameliotcloud.examples.shadowtokafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Says so when no Kafka listens yet. Kafka's clients would wait for it without a word until there is something to send. */
final class KafkaAtStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger("shadow-to-kafka");
    private static final int TIMEOUT_MILLIS = 2_000;

    private final String brokers;

    /** @param brokers host:port, several with commas between them */
    KafkaAtStart(String brokers) {
        this.brokers = brokers;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (Stream.of(brokers.split(",")).map(String::strip).noneMatch(KafkaAtStart::listens)) {
            LOG.warn("  kafka   no Kafka listens at {}; what comes is kept where it is until one does", brokers);
        }
    }

    private static boolean listens(String broker) {
        int colon = broker.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(broker.substring(colon + 1));
            socket.connect(new InetSocketAddress(broker.substring(0, colon), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
