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
package io.github.cameliotcloud.cluster.zookeeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A line to ZooKeeper that can go silent: nothing passes, nothing is closed. */
final class Proxy implements AutoCloseable {

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean silent;

    Proxy(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    void goSilent() {
        silent = true;
    }

    /** New connections pass again; the old ones stay silent. */
    void heal() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
        silent = false;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket zookeeper = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(zookeeper);
            start(() -> pump(client, zookeeper));
            start(() -> pump(zookeeper, client));
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[8192];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (!silent) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
        if (!silent) {
            to.close();
        }
    }

    private static void start(Pump pump) {
        Thread thread = new Thread(() -> {
            try {
                pump.run();
            } catch (IOException e) {
                // one end was closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Pump {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        server.close();
        heal();
    }
}
