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

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;

/** The user's sockets, or those of the JVM, of which the adapter keeps hold. */
final class PlainSocketFactory extends SocketFactory {

    private final SocketFactory sockets;
    private final OpenedSocket opened;

    PlainSocketFactory(SocketFactory sockets, OpenedSocket opened) {
        this.sockets = sockets;
        this.opened = opened;
    }

    @Override
    public Socket createSocket() throws IOException {
        return opened.opened(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return opened.opened(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return opened.opened(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return opened.opened(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return opened.opened(sockets.createSocket(host, port, localHost, localPort));
    }
}
