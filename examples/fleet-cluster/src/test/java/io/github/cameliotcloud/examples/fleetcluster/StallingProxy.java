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
package io.github.cameliotcloud.examples.fleetcluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A wire between a node and ZooKeeper that may stop to carry anything, while its connections stay open. */
final class StallingProxy implements AutoCloseable {

    private static final int BUFFER = 8_192;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final int target;
    private boolean stalled;

    /** @param target the port of this machine that it leads to */
    StallingProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String address() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** Carries nothing more in either direction; new connections are taken, but get no answer. */
    synchronized void stall() {
        stalled = true;
    }

    /** Carries again, also what has come meanwhile. */
    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                sockets.add(near);
                threads.execute(() -> connect(near));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connect(Socket near) {
        try {
            awaitFlow();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(far);
            threads.execute(() -> carry(near, far));
            carry(far, near);
        } catch (IOException e) {
            close(near); // nobody listens there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitFlow();
                out.write(buffer, 0, length);
            }
            awaitFlow(); // the end of a connection is not carried either
        } catch (IOException e) {
            // the connection has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private synchronized void awaitFlow() throws InterruptedException {
        while (stalled) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        sockets.forEach(StallingProxy::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
