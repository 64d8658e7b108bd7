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

/** How long the cloud's own limits let something take. */
final class CloudTables {

    private final Inputs in;

    CloudTables(Inputs in) {
        this.in = in;
    }

    String calls() {
        Table table = new Table(
                "3,2,2,2,2,2", "Once for each device", "Limit", "10,000", "100,000", "1,000,000", "10,000,000");
        call(table, "New desired state, `UpdateDeviceShadow`", "update-shadow");
        call(table, "Message, `PublishMessage`", "publish-message");
        call(table, "Looking at the shadow, `DescribeDeviceShadow`", "describe-shadow");
        return table.toString();
    }

    private void call(Table table, String what, String limit) {
        Object[] cells = new Object[2 + Inputs.FLEETS.size()];
        cells[0] = what;
        cells[1] = Table.number(in.of(limit)) + "/s";
        for (int i = 0; i < Inputs.FLEETS.size(); i++) {
            cells[2 + i] = Table.time(Inputs.FLEETS.get(i) / in.of(limit));
        }
        table.row(cells);
    }
}
