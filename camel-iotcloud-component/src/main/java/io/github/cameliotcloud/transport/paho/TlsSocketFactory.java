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

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.github.cameliotcloud.session.TlsParameters;

/** Sockets that offer just the TLS versions and cipher suites asked for, which the library has no setting for; of which the adapter keeps hold. */
final class TlsSocketFactory extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final TlsParameters tls;
    private final OpenedSocket opened;

    TlsSocketFactory(TlsParameters tls, OpenedSocket opened) {
        this.sockets = tls.context().getSocketFactory();
        this.tls = tls;
        this.opened = opened;
    }

    @Override
    public Socket createSocket() throws IOException {
        return limited(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return limited(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return limited(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return limited(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return limited(sockets.createSocket(socket, host, port, autoClose));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.cipherSuites().toArray(String[]::new);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    private Socket limited(Socket socket) {
        if (socket instanceof SSLSocket secure) {
            secure.setEnabledProtocols(tls.protocols().toArray(String[]::new));
            secure.setEnabledCipherSuites(tls.cipherSuites().toArray(String[]::new));
        }
        return opened.opened(socket);
    }
}
