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
package io.github.cameliotcloud.fuzz;

import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.InvalidMessageException;
import io.github.cameliotcloud.error.IotCloudException;
import io.github.cameliotcloud.error.MalformedMessageException;
import io.github.cameliotcloud.shadow.ShadowCodec;
import io.github.cameliotcloud.shadow.ShadowDelta;
import io.github.cameliotcloud.shadow.ShadowMessage;
import io.github.cameliotcloud.shadow.ShadowReply;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

class ShadowCodecFuzzTest {

    private static final int LONGEST_MESSAGE = 400;
    private static final String READ = "read";
    private static final String REFUSED = "refused";

    /** Else the payloads test little. One object for all tries, because jqwik keeps each. */
    private static final Consumer<StatisticsCoverage> NEITHER_IS_RARE = coverage -> {
        coverage.check(READ).percentage(percentage -> percentage >= 10);
        coverage.check(REFUSED).percentage(percentage -> percentage >= 10);
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShadowCodec codec = new ShadowCodec();

    @Fuzz("shadow messages")
    void anyPayloadIsAValidMessageOrMalformed(@ForAll("payloads") byte[] payload) {
        try {
            assertValid(codec.decode(payload));
            count(READ);
        } catch (MalformedMessageException e) {
            assertOneSentence(e);
            count(REFUSED);
        }
    }

    @Fuzz("bodies to report")
    void anyBodyIsAnObjectToReportOrInvalid(@ForAll("payloads") byte[] payload) {
        try {
            assertCanBeWritten(codec.readAttributes(payload));
            count(READ);
        } catch (InvalidMessageException e) {
            assertOneSentence(e);
            count(REFUSED);
        }
    }

    private void assertValid(ShadowMessage message) {
        assertThat(message.version()).isNotNegative();
        assertThat(message.timestamp()).isNotNegative();
        assertThat(message.state()).isInstanceOf(ObjectNode.class);
        assertCanBeWritten((ObjectNode) message.state());
        if (message instanceof ShadowReply reply) {
            assertThat(reply.type()).isIn("get", "update");
            assertThat(reply.delta()).isNotNull();
        } else {
            assertThat(message).isInstanceOf(ShadowDelta.class);
        }
    }

    /** A route that passes the state on must not stumble over it. */
    private void assertCanBeWritten(ObjectNode state) {
        assertThat(codec.readAttributes(bytes(state))).hasToString(state.toString());
    }

    private static byte[] bytes(ObjectNode state) {
        try {
            return JSON.writeValueAsBytes(state);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertOneSentence(IotCloudException e) {
        assertThat(e.getMessage()).hasSizeLessThan(LONGEST_MESSAGE).doesNotContainPattern("[\\p{C}\\p{Zl}\\p{Zp}]");
        assertThat(e).hasNoCause();
    }

    private static void count(String outcome) {
        Statistics.collect(outcome);
        Statistics.coverage(NEITHER_IS_RARE);
    }

    @Provide
    Arbitrary<byte[]> payloads() {
        return Arbitraries.randomValue(HostilePayloads::next);
    }
}
