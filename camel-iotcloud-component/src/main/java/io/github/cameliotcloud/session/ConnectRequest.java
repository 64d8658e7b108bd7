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

import io.github.cameliotcloud.auth.Credentials;

/**
 * What one CONNECT needs.
 *
 * @param broker         where to connect
 * @param tls            what to secure the connection with; null exactly when the broker's protocol has no TLS
 * @param credentials    client id, user name and password, made for this attempt
 * @param cleanSession   MQTT clean session flag
 * @param keepAlive      whole seconds, 0 switches PING off
 * @param connectTimeout bound for TCP connect and CONNACK together
 */
public record ConnectRequest(
        BrokerAddress broker,
        TlsParameters tls,
        Credentials credentials,
        boolean cleanSession,
        Duration keepAlive,
        Duration connectTimeout) {}
