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

import io.github.cameliotcloud.session.BrokerAddress;
import io.github.cameliotcloud.session.BrokerProtocol;

/** Regions of the cloud and the host of a product in each (protocol.md section 1.1). */
public enum Region {
    GUANGZHOU(".iotcloud.tencentdevices.com"),
    US_EAST(".us-east.iotcloud.tencentdevices.com"),
    EUROPE(".europe.iothub.tencentdevices.com"),
    BANGKOK(".ap-bangkok.iothub.tencentdevices.com");

    private final String domain;

    Region(String domain) {
        this.domain = domain;
    }

    /**
     * @param product product ID
     * @param protocol {@code TCP} or {@code SSL}
     * @return where devices of that product connect
     */
    BrokerAddress broker(String product, BrokerProtocol protocol) {
        return new BrokerAddress(protocol, product + domain, protocol.port(), "");
    }
}
