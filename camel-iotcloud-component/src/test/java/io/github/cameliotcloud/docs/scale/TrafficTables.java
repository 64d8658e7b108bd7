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
package io.github.cameliotcloud.docs.scale;

import java.util.List;

/** What goes over the line. */
final class TrafficTables {

    private static final double BITS_PER_MEGABIT = 1e6 / 8;

    private final Inputs in;

    TrafficTables(Inputs in) {
        this.in = in;
    }

    String keepAlive() {
        Table table = new Table(
                "2,1,2,2,2,2", "Devices", "`keepAlive`", "PINGREQ/s", "Packets/s", "Mbit/s, TCP", "Mbit/s, TLS");
        for (long devices : Inputs.FLEETS) {
            for (double seconds : List.of(in.of("keep-alive"), in.of("long-keep-alive"))) {
                double pings = devices / seconds;
                table.row(
                        Table.number(devices),
                        Table.number(seconds) + " s",
                        Table.number(pings),
                        Table.number(pings * in.of("ping-packets")),
                        Table.number(pings * in.of("ping-bytes-tcp") / BITS_PER_MEGABIT),
                        Table.number(pings * in.of("ping-bytes-tls") / BITS_PER_MEGABIT));
            }
        }
        return table.toString();
    }

    String connects() {
        Table table = new Table(
                "2,2,2,2,2,2",
                "Connects a second",
                "Processors, TCP",
                "Processors, TLS",
                "Mbit/s, TCP",
                "Mbit/s, TLS",
                "Shadow requests/s");
        for (double rate : List.of(50.0, 100.0, 300.0, 1000.0, 5000.0)) {
            table.row(
                    Table.number(rate),
                    Table.number(rate * in.of("connect-ms-tcp") / 1000),
                    Table.number(rate * in.of("connect-ms-tls") / 1000),
                    Table.number(rate * in.of("connect-bytes-tcp") / BITS_PER_MEGABIT),
                    Table.number(rate * in.of("connect-bytes-tls") / BITS_PER_MEGABIT),
                    Table.number(rate));
        }
        return table.toString();
    }

    String messages() {
        Table table = new Table("2,2,2,2", "Devices", "Messages/s", "Processors", "Of the rule's limit, edition L");
        for (long devices : Inputs.FLEETS) {
            double messages = devices * in.of("messages-per-minute") / 60;
            table.row(
                    Table.number(devices),
                    Table.number(messages),
                    Table.number(messages * in.of("delta-us") / 1e6),
                    Table.percent(messages / in.of("rule-messages")));
        }
        return table.toString();
    }
}
