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
package io.github.cameliotcloud.simulator.mqtt;

import java.time.Clock;

import io.github.cameliotcloud.simulator.auth.ConnectAuthenticator;
import io.github.cameliotcloud.simulator.limits.Limits;

/**
 * What decides over a CONNECT.
 *
 * @param authenticator who may connect
 * @param limits tell the CONNACK codes, and what becomes of wills and of expired signatures
 * @param clock tells when a signature expires
 */
public record ConnectRules(ConnectAuthenticator authenticator, Limits limits, Clock clock) {}
