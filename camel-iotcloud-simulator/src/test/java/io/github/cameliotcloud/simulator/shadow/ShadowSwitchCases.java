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
package io.github.cameliotcloud.simulator.shadow;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.NOTHING;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.STAMP;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.both;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.delta;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.echo;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.fresh;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.got;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.rejected;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.S;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.application;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.desired;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.get;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.nothing;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.request;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.update;

/** One case or more for each switch. */
final class ShadowSwitchCases {

    private ShadowSwitchCases() {}

    static Stream<ShadowSwitchCase> all() {
        return Stream.concat(others(), ShadowUpdateSwitchCases.all());
    }

    private static Stream<ShadowSwitchCase> others() {
        return Stream.of(
                new ShadowSwitchCase(
                        ShadowSwitch.FRESH_STATE_EMPTY, nothing(), get(), fresh("{'reported':{}}"), fresh("{}")),
                new ShadowSwitchCase(
                        ShadowSwitch.FRESH_STATE_EMPTY,
                        update("{'reported':{}}"),
                        get(),
                        got("'state':{'reported':{}}"),
                        got("'state':{'reported':{}}")),
                new ShadowSwitchCase(
                        ShadowSwitch.EMPTY_DESIRED_REJECTED,
                        get().andThen(update("{'reported':{'a':1}}")),
                        application("{'desired':{}}").andThen(get()),
                        got("'state':{'reported':{'a':1}}", 2),
                        got("'state':{'reported':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.DEPTH_COUNTED_FROM_STATE,
                        get(),
                        update("{'reported':{'a':{'b':{'c':{'d':1}}}}}"),
                        echo("{'reported':{'a':{'b':{'c':{'d':1}}}}}", 1),
                        rejected(5002)),
                new ShadowSwitchCase(
                        ShadowSwitch.METADATA_PER_ATTRIBUTE,
                        update("{'reported':{'a':{'x':1,'y':2}}}"),
                        request("{'type':'get','metadata':true}"),
                        got("'metadata':{'reported':{'a':{'x':" + STAMP + ",'y':" + STAMP + "}}},"
                                + "'state':{'reported':{'a':{'x':1,'y':2}}}"),
                        got("'metadata':{'reported':{'a':" + STAMP + "}},'state':{'reported':{'a':{'x':1,'y':2}}}")),
                new ShadowSwitchCase(
                        ShadowSwitch.ABSENT_TOKEN_ANSWERED_EMPTY,
                        update("{'reported':{'a':1}}"),
                        get(),
                        got("'state':{'reported':{'a':1}}"),
                        List.of("{'clientToken':'',"
                                + got("'state':{'reported':{'a':1}}").get(0).substring(1))),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_WITH_EQUAL_KEYS,
                        update("{'reported':{'a':1}}"),
                        desired("{'a':1,'b':2}"),
                        delta("{'b':2}", 1),
                        delta("{'a':1,'b':2}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_WITH_EQUAL_KEYS,
                        update("{'reported':{'a':1}}"),
                        desired("{'a':1}"),
                        NOTHING,
                        delta("{'a':1}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_WITH_WHOLE_OBJECTS,
                        update("{'reported':{'a':{'x':1,'y':2}}}"),
                        desired("{'a':{'x':1,'y':3}}"),
                        delta("{'a':{'y':3}}", 1),
                        delta("{'a':{'x':1,'y':3}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.HIGHER_VERSION_ACCEPTED,
                        get(),
                        request("{'type':'update','version':9,'state':{'reported':{'a':1}}}"),
                        List.of("{'payload':{'state':{'reported':{}},'timestamp':" + S
                                + ",'version':0},'result':5005,'timestamp':" + MS + ",'type':'update'}"),
                        echo("{'reported':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.FIRST_UPDATE_COUNTS,
                        nothing(),
                        update("{'reported':{'a':1}}"),
                        echo("{'reported':{'a':1}}", 0),
                        echo("{'reported':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.ERROR_TIME_IN_SECONDS,
                        nothing(),
                        update("{}"),
                        rejected(5000),
                        List.of("{'payload':{},'result':5000,'timestamp':" + S + ",'type':'update'}")),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_WITH_METADATA,
                        get(),
                        desired("{'a':{'x':1}}"),
                        delta("{'a':{'x':1}}", 1),
                        List.of("{'payload':{'metadata':{'a':{'x':" + STAMP + "}},'state':{'a':{'x':1}},'timestamp':"
                                + MS + ",'version':1},'timestamp':" + MS + ",'type':'delta'}")),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_AFTER_REPORT,
                        get().andThen(desired("{'a':1}")),
                        update("{'reported':{'b':2}}"),
                        echo("{'reported':{'b':2}}", 2),
                        both(echo("{'reported':{'b':2}}", 2), delta("{'a':1}", 2))),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_AFTER_REPORT,
                        get().andThen(desired("{'a':1}")),
                        update("{'reported':{'a':1}}"),
                        echo("{'reported':{'a':1}}", 2),
                        echo("{'reported':{'a':1}}", 2)),
                new ShadowSwitchCase(
                        ShadowSwitch.DELTA_AFTER_REPORT,
                        get().andThen(desired("{'a':1}")),
                        update("{}"),
                        rejected(5000),
                        rejected(5000)),
                new ShadowSwitchCase(
                        ShadowSwitch.APPLICATION_REPORTED_ACCEPTED,
                        get(),
                        application("{'reported':{'a':1}}").andThen(get()),
                        fresh("{'reported':{}}"),
                        got("'state':{'reported':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.INVALID_JSON_UNANSWERED,
                        nothing(),
                        request("no json"),
                        List.of("{'payload':{},'result':5004,'timestamp':" + MS + "}"),
                        NOTHING),
                new ShadowSwitchCase(
                        ShadowSwitch.UNKNOWN_TYPE_REJECTED,
                        nothing(),
                        request("{'type':'fetch','clientToken':'c'}"),
                        NOTHING,
                        List.of("{'clientToken':'c','payload':{},'result':5101,'timestamp':" + MS
                                + ",'type':'fetch'}")),
                new ShadowSwitchCase(
                        ShadowSwitch.DEVICE_DELETE_ACCEPTED,
                        get().andThen(update("{'reported':{'a':1}}")),
                        request("{'type':'delete','clientToken':'c'}").andThen(update("{'reported':{'b':1}}")),
                        echo("{'reported':{'b':1}}", 2),
                        both(
                                List.of("{'clientToken':'c','payload':{},'result':0,'timestamp':" + MS
                                        + ",'type':'delete'}"),
                                echo("{'reported':{'b':1}}", 0))),
                new ShadowSwitchCase(
                        ShadowSwitch.DEVICE_DESIRED_ACCEPTED,
                        get(),
                        update("{'desired':{'a':1}}"),
                        rejected(5003),
                        echo("{'desired':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.VERSION_KEPT_AFTER_DELETION,
                        get().andThen(update("{'reported':{'a':1}}")),
                        ((Consumer<ShadowFixture>) shadow -> shadow.service.delete(shadow.device))
                                .andThen(update("{'reported':{'b':1}}")),
                        echo("{'reported':{'b':1}}", 0),
                        echo("{'reported':{'b':1}}", 2)));
    }
}
