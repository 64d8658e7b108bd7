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

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.MS;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.accepted;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.delta;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.document;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.json;
import static io.github.cameliotcloud.simulator.shadow.ShadowFixture.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The numbered rules of versions, protocol.md 5.4. */
class Section54VersionRulesTest {

    private static final String REPORT = json("{'reported':{'t':1}}");

    private final ShadowFixture shadow = new ShadowFixture();

    @Test
    @DisplayName("5.4 rule 1: an equal version is applied and one is added")
    void rule1EqualVersionIsAppliedAndAddsOne() {
        shadow.get();
        shadow.update(REPORT);

        assertThat(update(1, "{'reported':{'t':2}}")).isEqualTo(accepted(json("{'reported':{'t':2}}"), 2));
    }

    @Test
    @DisplayName("5.4 rule 2: another version gets 5005 and the complete document, and nothing is applied")
    void rule2OtherVersionGets5005AndTheCompleteDocument() {
        shadow.get();
        shadow.update(REPORT);
        shadow.desired(json("{'t':2}"));
        shadow.outlet.takeAll();

        String complete = json("{'delta':{'t':2},'desired':{'t':2},'reported':{'t':1}}");
        assertThat(shadow.request(json("{'type':'update','version':1,'clientToken':'c','state':{'reported':{'t':9}}}")))
                .isEqualTo(json("{'clientToken':'c','payload':{'state':")
                        + complete
                        + json(",'timestamp':" + MS + ",'version':2},'result':5005,'timestamp':" + MS
                                + ",'type':'update'}"));
        assertThat(shadow.get()).isEqualTo(document(complete, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 1, 4, -1, Long.MAX_VALUE})
    @DisplayName("5.4 rule 2: anything not equal and not 0 fails")
    void rule2HigherAndLowerVersionsFailAlike(long version) {
        shadow.desired(json("{'a':1}"));
        shadow.desired(json("{'a':2}"));
        shadow.desired(json("{'a':3}"));
        shadow.outlet.takeAll();

        assertThat(update(version, "{'reported':{'t':2}}")).contains(json("'result':5005"), json("'version':3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'version':0,", "'version':null,"})
    @DisplayName("5.4 rule 3: version 0 or none asks for no check")
    void rule3ZeroOrAbsentVersionIsNotChecked(String version) {
        shadow.get();
        shadow.update(REPORT);

        assertThat(shadow.request(json("{'type':'update'," + version + "'state':{'reported':{'t':2}}}")))
                .isEqualTo(accepted(json("{'reported':{'t':2}}"), 2));
    }

    @Test
    @DisplayName("5.4 rule 3: ShadowVersion 0 asks for no check over the API")
    void rule3ZeroIsNotCheckedForApplications() {
        shadow.desired(json("{'t':1}"));
        shadow.desired(json("{'t':2}"));

        assertThat(shadow.outlet.takeAll()).last().isEqualTo(delta(json("{'t':2}"), 2));
    }

    @Test
    @DisplayName("5.4 rule 4: a device that always sends the exact version is accepted each time, +1 per update")
    void rule4ExactVersionsAreAcceptedOneAfterTheOther() {
        shadow.get();
        shadow.update(REPORT);

        for (int version = 1; version <= 20; version++) {
            assertThat(update(version, "{'reported':{'n':" + version + "}}"))
                    .isEqualTo(accepted(json("{'reported':{'n':" + version + "}}"), version + 1));
        }
    }

    @Test
    @DisplayName("5.4 rule 5: the first access creates the document at version 0; an update that does so adds nothing")
    void rule5FirstAccessCreatesTheDocumentAndAnUpdateIsConsumed() {
        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));
        assertThat(shadow.update(json("{'reported':{'t':2}}"))).isEqualTo(accepted(json("{'reported':{'t':2}}"), 1));
    }

    @Test
    @DisplayName("5.4 rule 5: as in the log of Java, after 27 updates without a get it says 26")
    void rule5JavaLog27UpdatesWithoutAGetAre26() {
        for (int i = 0; i < 27; i++) {
            shadow.update(json("{'reported':{'t':" + i + "}}"));
        }

        assertThat(shadow.get()).contains(json("'version':26"));
    }

    @Test
    @DisplayName("5.4 rule 5: as in the log of Android, after a get the first update answers 1 and the 22nd 22")
    void rule5AndroidLog22UpdatesAfterAGetAre22() {
        shadow.get();
        assertThat(shadow.update(json("{'reported':{'t':1}}"))).contains(json("'version':1"));
        for (int i = 2; i <= 22; i++) {
            shadow.update(json("{'reported':{'t':" + i + "}}"));
        }

        assertThat(shadow.get()).contains(json("'version':22"));
    }

    @Test
    @DisplayName("5.4 rule 5: as in the log of C, a get, four updates and an edit of the console make 5")
    void rule5CLogGetFourUpdatesAndAnEditAre5() {
        shadow.get();
        for (int i = 1; i <= 4; i++) {
            shadow.update(json("{'reported':{'t':" + i + "}}"));
        }
        shadow.desired(json("{'t':9}"));

        assertThat(shadow.single()).isEqualTo(delta(json("{'t':9}"), 5));
    }

    @Test
    @DisplayName("5.4 rule 5: a describe is an access too, a look of the simulator is none")
    void rule5DescribeIsAnAccessAndLookingIsNone() {
        shadow.service.peek(shadow.device);
        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));

        shadow.service.delete(shadow.device);
        shadow.service.describe(shadow.device);
        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 1));
    }

    @Test
    @DisplayName("5.4 rule 5: every other accepted update adds one, desired writes and desired:null too")
    void rule5DesiredWritesAddOne() {
        shadow.desired(json("{'t':1}"));
        assertThat(shadow.single()).isEqualTo(delta(json("{'t':1}"), 1));

        assertThat(shadow.update(json("{'desired':null}"))).isEqualTo(accepted(json("{'desired':null}"), 2));
    }

    @Test
    @DisplayName("5.4 rule 6: unchanged values raise the version")
    void rule6UnchangedValuesRaiseTheVersion() {
        shadow.get();
        shadow.update(REPORT);

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(json("{'reported':{}}"), 2));
    }

    @Test
    @DisplayName("5.4 rule 6: failed updates do not")
    void rule6FailedUpdatesDoNotRaiseTheVersion() {
        shadow.get();
        assertThat(shadow.update(json("{'illegal':{}}"))).isEqualTo(rejected(5003));
        assertThat(update(7, "{'reported':{'t':2}}")).contains(json("'result':5005"));

        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 1));
    }

    @Test
    @DisplayName("5.4: an application's conflict changes nothing and pushes nothing")
    void applicationConflictChangesNothing() {
        shadow.desired(json("{'t':1}"));
        shadow.outlet.takeAll();

        assertThatThrownBy(
                        () -> shadow.service.updateDesired(shadow.device, ShadowJson.desiredState(json("{'t':2}")), 7))
                .hasMessage("5005: the version does not match");
        assertThat(shadow.outlet.takeAll()).isEmpty();
        assertThat(shadow.get()).contains(json("'desired':{'t':1}"), json("'version':1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1'", "1.5", "true", "{}", "[]", "99999999999999999999"})
    @DisplayName("5.4: a version that is no integer is answered with 5101")
    void versionThatIsNoIntegerIsAnsweredWith5101(String version) {
        assertThat(shadow.request(json("{'type':'update','version':" + version + ",'state':{'reported':{'a':1}}}")))
                .isEqualTo(rejected(5101));
    }

    @Test
    @DisplayName("7.4: a deleted shadow starts again, for the device and for applications")
    void deletedShadowStartsAgain() {
        shadow.get();
        shadow.update(REPORT);
        shadow.service.delete(shadow.device);
        assertThat(shadow.get()).contains(json("'state':{'reported':{}}"), json("'version':0"));

        shadow.service.delete(shadow.device);
        assertThat(shadow.update(REPORT)).isEqualTo(accepted(REPORT, 0));

        shadow.service.delete(shadow.device);
        shadow.desired(json("{'t':3}"));
        assertThat(shadow.single()).isEqualTo(delta(json("{'t':3}"), 1));
    }

    private String update(long version, String state) {
        return shadow.request(json("{'type':'update','version':" + version + ",'state':" + state + "}"));
    }
}
