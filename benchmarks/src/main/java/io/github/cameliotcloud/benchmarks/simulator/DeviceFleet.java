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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;

/** All devices, on event loops that they share. */
final class DeviceFleet implements AutoCloseable {

    private static final int MOST_AT_ONCE = 256;
    private static final int TIMEOUT_SECONDS = 120;

    private final Traffic traffic;
    private final EventLoopGroup eventLoops = new NioEventLoopGroup(1);
    private final List<LoadDevice> devices = new ArrayList<>();

    DeviceFleet(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Connects devices, some at a time, and waits until all have subscribed. */
    void connect(int port, int count) throws Exception {
        Semaphore places = new Semaphore(MOST_AT_ONCE);
        List<CompletableFuture<LoadDevice>> ready = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!places.tryAcquire(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No device became ready within " + TIMEOUT_SECONDS + " seconds");
            }
            LoadDevice device = new LoadDevice(i, traffic);
            device.ready().whenComplete((done, failure) -> places.release());
            ready.add(device.ready());
            devices.add(device);
            connect(port, device);
        }
        CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void connect(int port, LoadDevice device) {
        new Bootstrap()
                .group(eventLoops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(MqttEncoder.INSTANCE, new MqttDecoder(), device);
                    }
                })
                .connect("127.0.0.1", port)
                .addListener((ChannelFutureListener) connected -> {
                    if (!connected.isSuccess()) {
                        device.ready().completeExceptionally(connected.cause());
                    }
                });
    }

    /** Lets every device publish until {@link Traffic#publish} says no. */
    void beginToPublish() {
        traffic.publish(true);
        devices.forEach(LoadDevice::begin);
    }

    @Override
    public void close() {
        eventLoops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(10, TimeUnit.SECONDS);
    }
}
