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
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

import org.apache.camel.RuntimeCamelException;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderLatchListener;

/** Curator's leader latch, which enters again by itself after a lost connection or session. */
final class CuratorLatch implements Latch {

    private final LeaderLatch latch;

    private CuratorLatch(LeaderLatch latch) {
        this.latch = latch;
    }

    static CuratorLatch open(
            CuratorFramework client, String path, String member, Latch.Listener listener, Executor executor) {
        LeaderLatch latch = new LeaderLatch(client, path, member);
        latch.addListener(
                new LeaderLatchListener() {
                    @Override
                    public void isLeader() {
                        listener.won();
                    }

                    @Override
                    public void notLeader() {
                        listener.lost();
                    }
                },
                executor);
        try {
            latch.start();
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
        return new CuratorLatch(latch);
    }

    @Override
    public boolean isHeld() {
        return latch.hasLeadership();
    }

    @Override
    public void close() {
        try {
            latch.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
