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
package io.github.cameliotcloud;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.cameliotcloud.testing.Cloud;

/** Routes of one device against a simulator of their own, over a given transport. */
abstract class CloudRoutes extends CamelTestSupport {

    @RegisterExtension
    final Cloud cloud = new Cloud();

    private final String transport;

    CloudRoutes(String transport) {
        this.transport = transport;
    }

    MockEndpoint expect(int count) {
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(count);
        return result;
    }

    /** Starts a route from the channel to mock:result. */
    void from(String channel, String... options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri(channel, options)).to("mock:result");
            }
        });
    }

    String uri(String channel, String... options) {
        return cloud.uri(channel, options) + "&transport=" + transport;
    }
}
