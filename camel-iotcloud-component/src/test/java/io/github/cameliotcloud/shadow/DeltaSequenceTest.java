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
package io.github.cameliotcloud.shadow;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static io.github.cameliotcloud.shadow.DeltaSequence.Verdict.ASK;
import static io.github.cameliotcloud.shadow.DeltaSequence.Verdict.DELIVER;
import static io.github.cameliotcloud.shadow.DeltaSequence.Verdict.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

class DeltaSequenceTest {

    private final DeltaSequence sequence = new DeltaSequence();

    @Test
    void eachVersionPassesOnceWhetherPushedOrFound() {
        assertThat(sequence.pushed(delta(3))).isEqualTo(DELIVER);
        assertThat(sequence.found(document(3, true))).isEmpty();
        assertThat(sequence.found(document(4, true)))
                .hasValueSatisfying(d -> assertThat(d.version()).isEqualTo(4));
        assertThat(sequence.pushed(delta(4))).isEqualTo(DUPLICATE);
    }

    @Test
    void documentWithoutDeltaDeliversNothing() {
        assertThat(sequence.found(document(3, false))).isEmpty();
        assertThat(sequence.pushed(delta(3))).isEqualTo(DELIVER);
    }

    @Test
    void lowerVersionIsBelievedOnlyWhenTheDocumentShowsIt() {
        sequence.pushed(delta(10));
        assertThat(sequence.pushed(delta(2))).isEqualTo(ASK);
        assertThat(sequence.found(document(2, true))).isPresent();
        assertThat(sequence.pushed(delta(3))).isEqualTo(DELIVER);
    }

    @Test
    void lateOldPushChangesNothingWhenTheDocumentIsNewer() {
        sequence.pushed(delta(10));
        assertThat(sequence.pushed(delta(9))).isEqualTo(ASK);
        assertThat(sequence.found(document(10, true))).isEmpty();
        assertThat(sequence.pushed(delta(11))).isEqualTo(DELIVER);
    }

    private static ShadowDelta delta(long version) {
        return new ShadowDelta(JsonNodeFactory.instance.objectNode().put("t", 1), version, 0);
    }

    private static ShadowReply document(long version, boolean differing) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        if (differing) {
            state.putObject("delta").put("t", 1);
        }
        return new ShadowReply("get", "c", 0, state, version, 0);
    }
}
