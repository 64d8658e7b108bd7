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
package io.github.cameliotcloud.transport.hivemq;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.hivemq.client.internal.mqtt.MqttClientConnectionConfig;
import com.hivemq.client.internal.mqtt.codec.encoder.MqttEncoder;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;

/**
 * Has what a connection writes in one go leave in one go. The library writes each PUBACK to the network for itself, four
 * bytes with a system call, a TCP segment and a TLS record of their own; that is most of what a busy subscriber spends.
 *
 * <p>This needs the library's channel, which it shows in an internal class only. Where a version of it has another one,
 * things stay as the library does them.
 */
final class Flushes {

    private static final Logger LOG = LoggerFactory.getLogger(Flushes.class);

    private static final boolean ALSO_BETWEEN_READS = true;

    private Flushes() {}

    /** @param client is connected; called on its event loop */
    static void consolidate(Mqtt3Client client) {
        try {
            client.getConfig()
                    .getConnectionConfig()
                    .filter(MqttClientConnectionConfig.class::isInstance)
                    .map(MqttClientConnectionConfig.class::cast)
                    .ifPresent(config -> consolidate(config.getChannel().pipeline()));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Each packet is written to the network for itself: {}", e.toString());
        }
    }

    /** Between the library and TLS, so that the packets share a TLS record too. */
    private static void consolidate(ChannelPipeline pipeline) {
        pipeline.addBefore(
                MqttEncoder.NAME,
                null,
                new FlushConsolidationHandler(
                        FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, ALSO_BETWEEN_READS));
    }
}
