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
package io.github.cameliotcloud.transport;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cameliotcloud.session.BrokerAddress;

/** A server that takes connections and then misbehaves as told. */
final class ScriptedServer implements AutoCloseable {

    /** What the server does with a connection. */
    interface Script {
        void play(Socket socket) throws IOException;
    }

    private static final byte[] CONNACK = {0x20, 2, 0, 0};

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Script script;

    private ScriptedServer(Script script) throws IOException {
        this.script = script;
        inBackground(this::accept);
    }

    /** @return one that reads and never answers */
    static ScriptedServer silent() throws IOException {
        return new ScriptedServer(ScriptedServer::readToTheEnd);
    }

    /** @return one that closes at once */
    static ScriptedServer closing() throws IOException {
        return new ScriptedServer(Socket::close);
    }

    /** @return one that accepts CONNECT, then only reads */
    static ScriptedServer polite() throws IOException {
        return new ScriptedServer(socket -> {
            acceptConnect(socket);
            readToTheEnd(socket);
        });
    }

    /** @return one that accepts CONNECT, then neither reads nor answers nor closes */
    static ScriptedServer deaf() throws IOException {
        return new ScriptedServer(ScriptedServer::acceptConnect);
    }

    /** @return one that accepts CONNECT and closes at once */
    static ScriptedServer fickle() throws IOException {
        return new ScriptedServer(socket -> {
            acceptConnect(socket);
            socket.close();
        });
    }

    /** @return one that does what the script says */
    static ScriptedServer playing(Script script) throws IOException {
        return new ScriptedServer(script);
    }

    BrokerAddress address() {
        return BrokerAddress.tcp(server.getInetAddress().getHostAddress(), server.getLocalPort());
    }

    /** @return how many of the connections that were taken have not been closed by the client */
    int open() {
        return open.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                open.incrementAndGet();
                inBackground(() -> play(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void play(Socket socket) {
        try {
            script.play(socket);
        } catch (IOException e) {
            // the client went away
        } finally {
            open.decrementAndGet();
        }
    }

    private static void readToTheEnd(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        socket.close();
    }

    private static void acceptConnect(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        in.readByte();
        in.readFully(new byte[in.readUnsignedByte()]); // CONNECT is short: one byte of length
        socket.getOutputStream().write(CONNACK);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "scripted server");
        thread.setDaemon(true);
        thread.start();
    }
}
