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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** A shadow that was stored by a simulator with the same or other rules. */
class ShadowRestartTest {

    private final Map<DeviceIdentity, StoredShadow> file = new HashMap<>();
    private final ShadowStore store = new ShadowStore() {
        @Override
        public Optional<StoredShadow> load(DeviceIdentity device) {
            return Optional.ofNullable(file.get(device));
        }

        @Override
        public void save(DeviceIdentity device, StoredShadow shadow) {
            file.put(device, shadow);
        }

        @Override
        public void delete(DeviceIdentity device) {
            file.remove(device);
        }
    };

    @Test
    void shadowContinuesWhereItWas() {
        ShadowFixture before = started(ShadowRules.DEFAULT);
        before.get();
        before.update(json("{'reported':{'a':1}}"));

        assertThat(started(ShadowRules.DEFAULT).update(json("{'reported':{'a':1,'b':2}}")))
                .isEqualTo(accepted(json("{'reported':{'b':2}}"), 2));
    }

    @Test
    void createdButUnwrittenShadowIsRemembered() {
        started(ShadowRules.DEFAULT).get();

        assertThat(started(ShadowRules.DEFAULT).update(json("{'reported':{'a':1}}")))
                .isEqualTo(accepted(json("{'reported':{'a':1}}"), 1));
    }

    @Test
    void keptVersionOfADeletedShadowIsRemembered() {
        ShadowRules rules = ShadowRules.DEFAULT.with(ShadowSwitch.VERSION_KEPT_AFTER_DELETION);
        ShadowFixture before = started(rules);
        before.get();
        before.update(json("{'reported':{'a':1}}"));
        before.service.delete(before.device);

        assertThat(started(rules).update(json("{'reported':{'b':1}}")))
                .isEqualTo(accepted(json("{'reported':{'b':1}}"), 2));
    }

    @Test
    void metadataOfTheOtherShapeIsReplacedWhereAValueChanges() {
        started(ShadowRules.DEFAULT.with(ShadowSwitch.METADATA_PER_ATTRIBUTE))
                .update(json("{'reported':{'a':{'x':1,'y':1},'b':{'z':1}}}"));
        ShadowFixture after = started(ShadowRules.DEFAULT.with(ShadowSwitch.DELTA_WITH_METADATA));
        after.clock.advance(Duration.ofSeconds(1));

        after.update(json("{'reported':{'a':{'y':2}}}"));

        String later = "{'timestamp':" + (MS + 1000) + "}";
        assertThat(after.request(json("{'type':'get','metadata':true}")))
                .contains(json("'metadata':{'reported':{'a':{'x':" + later + ",'y':" + later + "},'b':{'timestamp':"
                        + MS + "}}}"));
    }

    private ShadowFixture started(ShadowRules rules) {
        return new ShadowFixture(rules, store);
    }
}
