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
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.cameliotcloud.simulator.auth.SignedUserName;

/** Cuts connections whose signature expires, for a cloud that does so (protocol.md 2.2). */
final class SignatureExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureExpiry.class);

    private final Clock clock;

    SignatureExpiry(Clock clock) {
        this.clock = clock;
    }

    void watch(DeviceChannel channel, DeviceConnection connection, String userName) {
        // a signature is valid in the whole second that it names
        SignedUserName.parse(userName)
                .map(SignedUserName::expiry)
                .filter(expiry -> expiry < Instant.MAX.getEpochSecond())
                .map(expiry -> Instant.ofEpochSecond(expiry + 1))
                .ifPresent(end ->
                        connection.alarm(clock, () -> cut(channel, connection)).set(end));
    }

    private static void cut(DeviceChannel channel, DeviceConnection connection) {
        LOG.info("The signature of {} has expired: its connection is closed", channel.device());
        connection.close();
    }
}
