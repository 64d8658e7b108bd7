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
package io.github.cameliotcloud.secrets;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Stands between devices and a broker without TLS, and reads the MQTT passwords that go by. */
public final class Wiretap implements AutoCloseable {

    private static final Pattern PASSWORD = Pattern.compile("[0-9a-f]{64};hmacsha256|[0-9a-f]{40};hmacsha1");

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Closeable> sockets = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream uplink = new ByteArrayOutputStream();
    private final int brokerPort;

    public Wiretap(int brokerPort) throws IOException {
        this.brokerPort = brokerPort;
        inBackground(this::accept);
    }

    public String brokerUrl() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    /** @return the passwords of all CONNECTs so far */
    public List<String> passwords() {
        return PASSWORD.matcher(uplink.toString(StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private void accept() throws IOException {
        while (true) {
            Socket device = server.accept();
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
            sockets.add(device);
            sockets.add(broker);
            inBackground(() -> forward(device, broker, uplink));
            inBackground(() -> forward(broker, device, OutputStream.nullOutputStream()));
        }
    }

    private static void forward(Socket from, Socket to, OutputStream copy) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[4096];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                copy.write(buffer, 0, count);
                to.getOutputStream().write(buffer, 0, count);
            }
        }
    }

    private void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two has gone
                    }
                },
                "wiretap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Closeable socket : sockets) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
