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

import java.util.function.Consumer;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

/** What devices and applications do, JSON with single quotes. */
final class ShadowSteps {

    private ShadowSteps() {}

    static Consumer<ShadowFixture> nothing() {
        return shadow -> {};
    }

    static Consumer<ShadowFixture> request(String text) {
        return shadow -> shadow.send(json(text));
    }

    static Consumer<ShadowFixture> get() {
        return request("{'type':'get'}");
    }

    static Consumer<ShadowFixture> update(String state) {
        return request("{'type':'update','state':" + state + "}");
    }

    static Consumer<ShadowFixture> desired(String values) {
        return shadow -> shadow.desired(json(values));
    }

    // a refusal is visible in the shadow afterwards
    static Consumer<ShadowFixture> application(String state) {
        return shadow -> {
            try {
                shadow.service.updateDesired(shadow.device, ShadowJson.parseObject(json(state)), 0);
            } catch (ShadowRejectedException e) {
                assertThat(e.result()).isEqualTo(ShadowResult.ILLEGAL_NODE);
            }
        };
    }
}
