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
package io.github.cameliotcloud.transport.paho;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;

/**
 * Keeps network failures from the library until its threads run. It starts them one after the other, and waits for each
 * to be seen running; one that has failed and ended by then is waited for in an endless loop. So nothing is read before
 * CONNECT is written, which is the library's first act when all threads run.
 */
final class GuardedNetwork implements NetworkModule {

    // as the library's own read timeout
    private static final long READ_MILLIS = 1_000;

    private static final String MIXED_UP_KEY = "Incorrect Sec-WebSocket-Key";
    private static final int MOST_STARTS = 3;

    private final NetworkModule network;
    private final OpenedSocket socket;
    private final CountDownLatch connectWritten = new CountDownLatch(1);
    private volatile boolean givenUp;

    GuardedNetwork(NetworkModule network, OpenedSocket socket) {
        this.network = network;
        this.socket = socket;
    }

    /** On a thread of its own, since TLS may write to a socket while it closes it. */
    void giveUp() {
        givenUp = true;
        Thread thread = new Thread(socket::close, "MQTT Give up: " + getServerURI());
        thread.setDaemon(true);
        thread.start();
    }

    // a DNS lookup cannot be interrupted, what follows it can be undone
    @Override
    public void start() throws IOException, MqttException {
        startWithItsOwnKey();
        if (givenUp) {
            stop();
            throw new IOException("connecting took too long and was given up");
        }
    }

    /**
     * All WebSockets of a JVM share one encoder in the library, without a lock. Two that begin at the same moment may get
     * each other's key, and do not accept the answer to it.
     */
    private void startWithItsOwnKey() throws IOException, MqttException {
        for (int attempt = 1; ; attempt++) {
            try {
                network.start();
                return;
            } catch (IOException e) {
                if (attempt == MOST_STARTS
                        || givenUp
                        || !String.valueOf(e.getMessage()).contains(MIXED_UP_KEY)) {
                    throw e;
                }
                socket.close();
            }
        }
    }

    @Override
    public void stop() throws IOException {
        try {
            network.stop();
        } finally {
            socket.close();
        }
    }

    @Override
    public String getServerURI() {
        return network.getServerURI();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(network.getOutputStream()) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    out.write(bytes, offset, length);
                } finally {
                    connectWritten.countDown();
                }
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(network.getInputStream()) {
            @Override
            public int available() throws IOException {
                return connectWritten.getCount() > 0 ? 0 : in.available();
            }

            @Override
            public int read() throws IOException {
                awaitConnect();
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                awaitConnect();
                return in.read(bytes, offset, length);
            }
        };
    }

    private void awaitConnect() throws IOException {
        try {
            if (!connectWritten.await(READ_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new SocketTimeoutException("CONNECT is not written yet");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
