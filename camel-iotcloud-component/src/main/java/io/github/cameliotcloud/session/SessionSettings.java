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
package io.github.cameliotcloud.session;

import java.time.Duration;

import io.github.cameliotcloud.auth.CredentialsProvider;
import io.github.cameliotcloud.auth.DeviceIdentity;

/**
 * All that decides how a device is connected. Endpoints that share a device must agree on it, so components carry the
 * names of the options.
 *
 * @param identity               the device
 * @param brokerUrl              where to connect
 * @param tls                    makes the TLS parameters of each attempt; null exactly without TLS
 * @param transport              name of the MQTT library's adapter
 * @param transportConfiguration the library's own configuration object, or null
 * @param credentials            makes the credentials of each attempt
 * @param cleanSession           MQTT clean session flag
 * @param keepAlive              MQTT keep alive, 0 to 900 s
 * @param connectTimeout         bound of one attempt, and of SUBSCRIBE, UNSUBSCRIBE and DISCONNECT
 * @param reconnectDelay         first delay before another attempt
 * @param maxReconnectDelay      longest delay, and the delay after refused credentials
 * @param maxPublishRate         most messages per second to the cloud, the others wait; 0 for no limit
 */
public record SessionSettings(
        DeviceIdentity identity,
        BrokerAddress brokerUrl,
        TlsSource tls,
        String transport,
        Object transportConfiguration,
        CredentialsProvider credentials,
        boolean cleanSession,
        Duration keepAlive,
        Duration connectTimeout,
        Duration reconnectDelay,
        Duration maxReconnectDelay,
        int maxPublishRate) {}
