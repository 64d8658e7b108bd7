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
/**
 * The page in the browser that shows the simulated cloud and changes it; internal, off with
 * {@code IotCloudSimulatorBuilder.console(false)}. It lives on the HTTP port beside the cloud API:
 *
 * <table>
 * <caption>Endpoints</caption>
 * <tr><th>Request</th><th>Body</th><th>Answer, or what it does</th></tr>
 * <tr><td>{@code GET /}</td><td></td><td>the page; its style, script and icon are below {@code /console/}</td></tr>
 * <tr><td>{@code GET /console/devices}</td><td></td><td>one page of the devices</td></tr>
 * <tr><td>{@code GET /console/devices/PRODUCT/DEVICE}</td><td></td><td>one device with its shadow and faults</td></tr>
 * <tr><td>{@code GET /console/events}</td><td></td><td>server-sent events, see below</td></tr>
 * <tr><td>{@code PUT /console/devices/PRODUCT/DEVICE/desired}</td><td>{@code {"t":25}}, or {@code null} to clear</td>
 * <td>{@code {"version":n}}</td></tr>
 * <tr><td>{@code POST /console/devices/PRODUCT/DEVICE/messages}</td>
 * <td>{@code {"topic":"control","qos":1,"payload":"text"}}</td>
 * <td>{@code {"outcome":"SENT"}}, or {@code STORED}, {@code OFFLINE}, {@code NOT_SUBSCRIBED}</td></tr>
 * <tr><td>{@code PUT /console/devices/PRODUCT/DEVICE/enabled}</td><td>{@code true} or {@code false}</td><td></td></tr>
 * <tr><td>{@code PUT /console/devices/PRODUCT/DEVICE/faults}</td>
 * <td>some of the faults below</td><td>all or none are set</td></tr>
 * <tr><td>{@code POST /console/devices/PRODUCT/DEVICE/cutConnection}, {@code .../secondLogin}</td><td>{@code {}}</td>
 * <td></td></tr>
 * <tr><td>{@code PUT /console/network}</td><td>{@code true} or {@code false}</td><td>opens or closes all MQTT ports</td></tr>
 * <tr><td>{@code POST /console/forgetSessions}</td><td>{@code {}}</td><td>forgets all MQTT sessions</td></tr>
 * </table>
 *
 * <p>Faults have the names of {@code FaultInjection}: {@code swallowShadowReplies}, {@code swallowPubAcks},
 * {@code swallowSubAcks}, {@code duplicateMessages} and {@code refuseSubscriptions} are true or false;
 * {@code delayShadowReplies}, {@code delayPubAcks} and {@code delaySubAcks} are milliseconds, 0 to 86,400,000;
 * {@code refuseNextConnects} is {@code {"count":n,"connackCode":1..5}}.
 *
 * <p>The list and the events take the query {@code filter} (part of {@code PRODUCT/DEVICE}), {@code online=true}, and
 * {@code page} from 1; the events also {@code device=PRODUCT/DEVICE} and {@code log=all} for the packets of every client
 * instead of that device. Events are {@code devices} and {@code device} (what the two GETs answer, at first and after
 * each change; device is null when it is unknown), {@code packet}, and {@code lost} with the number of packets that were
 * left out at this place because the browser was too slow. A browser that comes back finds everything but old packets.
 *
 * <p>Errors are {@code {"error":"one sentence"}} with 400, 403, 404, 409, 413, 415, 500 or 503. Requests with a host name
 * that could be somebody else's, and those that another site's page makes, get 403.
 */
package io.github.cameliotcloud.simulator.console;
