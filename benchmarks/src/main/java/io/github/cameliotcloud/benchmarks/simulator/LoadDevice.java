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
package io.github.cameliotcloud.benchmarks.simulator;

import java.util.concurrent.CompletableFuture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;

/** One device: connects, subscribes, and then publishes one message after each PUBACK. */
final class LoadDevice extends SimpleChannelInboundHandler<MqttMessage> {

    private static final int KEEP_ALIVE_SECONDS = 900;
    private static final int MAX_PACKET_ID = 65_535;
    private static final ByteBuf PAYLOAD = Unpooled.unreleasableBuffer(
            Unpooled.copiedBuffer("{\"temperature\":21.5,\"humidity\":47,\"battery\":88,\"seq\":12345678}", UTF_8));

    private final int number;
    private final Traffic traffic;
    private final CompletableFuture<LoadDevice> ready = new CompletableFuture<>();
    private final String topicPrefix;
    private ChannelHandlerContext context;
    private int packetId;

    LoadDevice(int number, Traffic traffic) {
        this.number = number;
        this.traffic = traffic;
        this.topicPrefix = LoadDevices.PRODUCT + "/" + LoadDevices.name(number) + "/";
    }

    /** Done when the device has subscribed; failed when it could not. */
    CompletableFuture<LoadDevice> ready() {
        return ready;
    }

    /** Begins to publish; only after {@link #ready}. */
    void begin() {
        context.executor().execute(() -> {
            publish();
            context.flush();
        });
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        context = ctx;
        String userName = LoadDevices.userName(number);
        ctx.writeAndFlush(MqttMessageBuilders.connect()
                .protocolVersion(MqttVersion.MQTT_3_1_1)
                .clientId(LoadDevices.PRODUCT + LoadDevices.name(number))
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .username(userName)
                .password(LoadDevices.password(userName).getBytes(UTF_8))
                .build());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, MqttMessage message) {
        switch (message.fixedHeader().messageType()) {
            case CONNACK -> subscribe((MqttConnAckMessage) message);
            case SUBACK -> ready.complete(this);
            case PUBACK -> acknowledged();
            case PUBLISH -> received((MqttPublishMessage) message);
            default -> ctx.close();
        }
    }

    private void subscribe(MqttConnAckMessage answer) {
        if (answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            context.write(MqttMessageBuilders.subscribe()
                    .messageId(nextPacketId())
                    .addSubscription(MqttQoS.AT_LEAST_ONCE, topicPrefix + "control")
                    .build());
        } else {
            context.close();
        }
    }

    private void acknowledged() {
        traffic.acknowledged();
        publish();
    }

    private void publish() {
        if (traffic.publishing()) {
            context.write(MqttMessageBuilders.publish()
                    .topicName(topicPrefix + "event")
                    .qos(MqttQoS.AT_LEAST_ONCE)
                    .messageId(nextPacketId())
                    .payload(PAYLOAD.duplicate())
                    .build());
        }
    }

    private void received(MqttPublishMessage message) {
        traffic.received();
        context.write(MqttMessageBuilders.pubAck()
                .packetId(message.variableHeader().packetId())
                .build());
    }

    private int nextPacketId() {
        packetId = packetId % MAX_PACKET_ID + 1;
        return packetId;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ready.completeExceptionally(new IllegalStateException("The connection of device " + number + " was closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ready.completeExceptionally(cause);
        ctx.close();
    }
}
