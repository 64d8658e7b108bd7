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
package io.github.cameliotcloud.testinfra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.Callable;

/** Chooses between a container and what stands in for it, and prints which it was. */
final class Servers {

    private Servers() {}

    static <S extends RunningServer> S start(
            String name,
            ContainerImage image,
            Callable<? extends S> container,
            String library,
            Callable<? extends S> embedded) {
        try {
            S server = ContainerAttempt.start(image, container);
            say(name, server.description());
            return server;
        } catch (NotAvailableException e) {
            S server = embed(name, e.getMessage(), library, embedded);
            say(name, server.description() + " (" + e.getMessage() + ")");
            return server;
        }
    }

    static <S> S embed(String name, String noContainer, String library, Callable<? extends S> embedded) {
        try {
            return call(name, embedded);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    name + ": no container (" + noContainer + "), and for the embedded one " + library
                            + " is not on the class path; add it",
                    e);
        }
    }

    /** Runs what may throw anything, for callers that can do nothing about it but end. */
    static <T> T call(String name, Callable<? extends T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new IllegalStateException(name + " cannot be started or stopped: " + e.getMessage(), e);
        }
    }

    static void run(String name, Step step) {
        call(name, () -> {
            step.run();
            return null;
        });
    }

    static void say(String name, String what) {
        System.out.println(name + ": " + what);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Step {
        void run() throws Exception;
    }
}
