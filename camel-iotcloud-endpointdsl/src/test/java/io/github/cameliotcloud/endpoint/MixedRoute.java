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
package io.github.cameliotcloud.endpoint;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

import io.github.cameliotcloud.endpoint.dsl.IotCloudEndpointBuilderFactory.IotCloudBuilders;

/** The second route of docs/endpoint-dsl.adoc: together with the builders of Camel's own components. */
// tag::route[]
class MixedRoute extends EndpointRouteBuilder implements IotCloudBuilders {

    @Override
    public void configure() {
        from(direct("readings"))
                .setHeader(iotcloud().iotCloudQos(), constant(0))
                .to(iotcloud("event").product("ABC1234567").device("dev-01").deviceSecret("{{device.secret}}"));
    }
}
// end::route[]
