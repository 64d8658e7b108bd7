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

import java.util.stream.Stream;

import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.STAMP;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.both;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.echo;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.got;
import static io.github.cameliotcloud.simulator.shadow.ShadowDocuments.updatedTwice;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.desired;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.get;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.request;
import static io.github.cameliotcloud.simulator.shadow.ShadowSteps.update;

/** The cases of switches about what an update does and how it is answered (protocol.md 5.3). */
final class ShadowUpdateSwitchCases {

    private ShadowUpdateSwitchCases() {}

    static Stream<ShadowSwitchCase> all() {
        return Stream.of(
                new ShadowSwitchCase(
                        ShadowSwitch.UNCHANGED_KEYS_ECHOED,
                        update("{'reported':{'a':1,'b':{'x':1,'y':1}}}"),
                        update("{'reported':{'a':1,'b':{'x':1},'c':2,'gone':null}}"),
                        echo("{'reported':{'c':2}}", 1),
                        echo("{'reported':{'a':1,'b':{'x':1},'c':2,'gone':null}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.EMPTY_ECHO_WITHOUT_SECTION,
                        update("{'reported':{'a':1}}"),
                        update("{'reported':{'a':1}}"),
                        echo("{'reported':{}}", 1),
                        echo("{}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.DELETED_KEYS_NOT_ECHOED,
                        update("{'reported':{'a':1,'n':{'x':1}}}"),
                        update("{'reported':{'a':null,'b':2,'n':{'x':null}}}"),
                        echo("{'reported':{'a':null,'b':2,'n':{'x':null}}}", 1),
                        echo("{'reported':{'b':2}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.CLEARED_DESIRED_AS_NULL_STATE,
                        get().andThen(desired("{'a':1}")),
                        request("{'type':'update','metadata':true,'state':{'desired':null}}"),
                        updatedTwice("'metadata':{'desired':{'a':" + STAMP + "}},'state':{'desired':null}"),
                        updatedTwice("'metadata':null,'state':null")),
                new ShadowSwitchCase(
                        ShadowSwitch.CLEARED_DESIRED_AS_NULL_STATE,
                        get(),
                        update("{'desired':null,'reported':{'a':1}}"),
                        echo("{'desired':null,'reported':{'a':1}}", 1),
                        echo("{'reported':{'a':1}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.CLEARED_DESIRED_ECHOED_WITH_REPORTED,
                        update("{'reported':{'a':1,'b':2}}"),
                        update("{'desired':null}"),
                        echo("{'desired':null}", 1),
                        echo("{'desired':null,'reported':{'a':1,'b':2}}", 1)),
                new ShadowSwitchCase(
                        ShadowSwitch.NESTED_OBJECTS_REPLACED,
                        update("{'reported':{'a':{'x':1,'y':2}}}"),
                        update("{'reported':{'a':{'y':3}}}").andThen(get()),
                        both(echo("{'reported':{'a':{'y':3}}}", 1), got("'state':{'reported':{'a':{'x':1,'y':3}}}", 1)),
                        both(echo("{'reported':{'a':{'y':3}}}", 1), got("'state':{'reported':{'a':{'y':3}}}", 1))),
                new ShadowSwitchCase(
                        ShadowSwitch.NESTED_OBJECTS_REPLACED,
                        update("{'reported':{'a':{'x':1,'y':2}}}"),
                        update("{'reported':{'a':{'x':null}}}").andThen(get()),
                        both(echo("{'reported':{'a':{'x':null}}}", 1), got("'state':{'reported':{'a':{'y':2}}}", 1)),
                        both(echo("{'reported':{'a':{}}}", 1), got("'state':{'reported':{'a':{}}}", 1))),
                new ShadowSwitchCase(
                        ShadowSwitch.OVERWRITE_IGNORED,
                        update("{'reported':{'a':1,'b':{'x':1,'y':2},'c':3}}"),
                        request(
                                        "{'type':'update','overwriteUpdate':true,'state':{'reported':{'b':{'y':2},'c':3,'d':4}}}")
                                .andThen(get()),
                        both(
                                echo("{'reported':{'a':null,'b':{'y':2},'d':4}}", 1),
                                got("'state':{'reported':{'b':{'y':2},'c':3,'d':4}}", 1)),
                        both(
                                echo("{'reported':{'d':4}}", 1),
                                got("'state':{'reported':{'a':1,'b':{'x':1,'y':2},'c':3,'d':4}}", 1))));
    }
}
