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

import org.apache.camel.builder.RouteBuilder;

import static io.github.cameliotcloud.endpoint.StaticEndpointBuilders.iotcloud;

/** The route of docs/endpoint-dsl.adoc. */
class ThermostatRoute extends RouteBuilder {

    // tag::route[]
    @Override
    public void configure() {
        from(iotcloud("shadow")
                        .product("ABC1234567")
                        .device("dev-01")
                        .deviceSecret("{{device.secret}}")
                        .onSuccess("report"))
                .to("mock:deltas");

        from("direct:events")
                .toD(iotcloud("event")
                        .product("ABC1234567")
                        .device("${header.device}")
                        .deviceSecret("{{device.secret}}")
                        .qos(1));
    }
    // end::route[]
}
