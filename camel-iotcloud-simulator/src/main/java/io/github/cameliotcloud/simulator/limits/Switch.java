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
package io.github.cameliotcloud.simulator.limits;

/** A behaviour of the cloud that is unknown or differs between editions; each is off in every profile. */
public enum Switch {
    /** A full store drops its oldest message; otherwise the newest, and the sender learns of it (protocol.md 2.7). */
    FULL_STORE_DROPS_OLDEST,
    /** A connection is cut when the signature of its CONNECT expires; otherwise it stays (2.2). */
    EXPIRED_SIGNATURE_ENDS_CONNECTION,
    /** A CONNECT with a will is refused; otherwise the will is ignored (3.1). */
    WILL_IS_REFUSED,
    /** A SUBSCRIBE at QoS 2 is granted at QoS 1; otherwise it is refused with 0x80 (3.1). */
    QOS_2_SUBSCRIPTION_IS_GRANTED_AT_1,
    /** A refused SUBSCRIBE gets no SUBACK; otherwise one with 0x80 (3.3 names both). */
    REFUSED_SUBSCRIBE_IS_NOT_ANSWERED,
    /** Filters with wildcards are refused, as in the oldest edition; otherwise those of 3.3 are granted. */
    WILDCARDS_ARE_REFUSED,
    /** Products have no topic class {@code data} by themselves, as in the oldest edition (4). */
    NO_DATA_TOPIC
}
