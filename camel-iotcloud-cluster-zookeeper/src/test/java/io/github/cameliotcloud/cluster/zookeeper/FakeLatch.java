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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A latch that the test wins and loses. */
final class FakeLatch implements Latch {

    private final Listener listener;
    private final Executor executor;
    private final Runnable onClose;
    private boolean held;
    boolean closed;

    private FakeLatch(Listener listener, Executor executor, Runnable onClose) {
        this.listener = listener;
        this.executor = executor;
        this.onClose = onClose;
    }

    static LatchFactory into(List<FakeLatch> opened, Runnable onClose) {
        return (namespace, listener, executor) -> {
            FakeLatch latch = new FakeLatch(listener, executor, onClose);
            opened.add(latch);
            return latch;
        };
    }

    static List<FakeLatch> list() {
        return new ArrayList<>();
    }

    void win() {
        held = true;
        executor.execute(listener::won);
    }

    void lose() {
        held = false;
        executor.execute(listener::lost);
    }

    @Override
    public boolean isHeld() {
        return held && !closed;
    }

    @Override
    public void close() {
        closed = true;
        onClose.run();
    }
}
