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

/**
 * What shows the two positions of a switch.
 *
 * @param before what happens first
 * @param probe what shows the difference
 * @param usual what is sent then while the switch is off, with single quotes
 * @param alternative what is sent then while the switch is on
 */
record ShadowSwitchCase(
        ShadowSwitch theSwitch,
        Consumer<ShadowFixture> before,
        Consumer<ShadowFixture> probe,
        List<String> usual,
        List<String> alternative) {

    @Override
    public String toString() {
        return theSwitch.section() + " " + theSwitch;
    }
}
