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

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;

/** Consumers that write in the journal from their start to the end of their stop, which may take its time. */
final class ProbeComponent extends DefaultComponent {

    private final String node;
    private final Journal journal;
    private volatile long stopMillis;

    ProbeComponent(String node, Journal journal) {
        this.node = node;
        this.journal = journal;
    }

    void setStopMillis(long stopMillis) {
        this.stopMillis = stopMillis;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String namespace, Map<String, Object> parameters) {
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Consumer createConsumer(Processor processor) {
                return new ProbeConsumer(this, processor, namespace);
            }
        };
    }

    private final class ProbeConsumer extends DefaultConsumer {

        private final String namespace;
        private Journal.Stay stay;

        private ProbeConsumer(Endpoint endpoint, Processor processor, String namespace) {
            super(endpoint, processor);
            this.namespace = namespace;
        }

        @Override
        protected void doStart() {
            stay = journal.begin(node, namespace);
        }

        @Override
        protected void doStop() throws Exception {
            new CountDownLatch(1).await(stopMillis, TimeUnit.MILLISECONDS);
            stay.end();
        }
    }
}
