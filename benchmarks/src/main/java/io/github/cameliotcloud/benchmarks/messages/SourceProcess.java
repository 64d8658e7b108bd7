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
package io.github.cameliotcloud.benchmarks.messages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.benchmarks.harness.ChildJvm;

/** A source in a JVM of its own, so that its processor time is not that of the receivers. */
final class SourceProcess implements Source, AutoCloseable {

    private static final String DONE = "done";

    private final ChildJvm jvm;
    private final int port;

    private SourceProcess(Class<?> main, int argument) {
        jvm = new ChildJvm(ChildJvm.thisJdk(), List.of("-Xmx64m"), main, List.of(String.valueOf(argument)));
        port = Integer.parseInt(jvm.answer());
    }

    /** @param inFlight how many messages may be unacknowledged */
    static SourceProcess readyMadeBroker(int inFlight) {
        return new SourceProcess(ReadyMadeBroker.class, inFlight);
    }

    /** @param port of the broker */
    static SourceProcess publisher(int port) {
        return new SourceProcess(Publisher.class, port);
    }

    /** What a main method does: tells the port of the broker, then does what it is asked until its input ends. */
    static void serve(int port, Source source) throws IOException {
        System.out.println(port);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(answer(source, order.split(" ", 3)));
        }
    }

    private static String answer(Source source, String... order) {
        try {
            source.publish(order[0], order[2].getBytes(UTF_8), Integer.parseInt(order[1]));
            return DONE;
        } catch (Exception e) {
            return e.toString();
        }
    }

    int port() {
        return port;
    }

    @Override
    public void publish(String topic, byte[] body, int messages) {
        String answer = jvm.ask(topic + " " + messages + " " + new String(body, UTF_8));
        if (!answer.equals(DONE)) {
            throw new IllegalStateException(answer);
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
