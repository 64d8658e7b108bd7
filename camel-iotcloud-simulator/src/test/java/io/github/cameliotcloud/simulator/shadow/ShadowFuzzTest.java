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

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

class ShadowFuzzTest {

    private static final ObjectMapper READER = new ObjectMapper();
    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_NESTING = 2_000;
    private static final List<String> VALID = List.of(
            "{\"type\":\"get\",\"clientToken\":\"t-1\"}",
            "{\"type\":\"update\",\"state\":{\"reported\":{\"a\":1,\"b\":{\"c\":[1,2.50,\"x\"],\"d\":null}}},\"version\":0}",
            "{\"type\":\"update\",\"state\":{\"reported\":{\"t\":\"\u6e29\u5ea6\",\"on\":true},\"desired\":null},\"metadata\":true}");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "-0.0",
            "1e400",
            "-1E-400",
            "1e999999999",
            "9223372036854775808",
            "NaN",
            "Infinity",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"update\"",
            "\"get\"",
            "01",
            "'x'",
            "1".repeat(1_100));
    private static final List<String> KEYS = List.of(
            "type", "state", "reported", "desired", "version", "clientToken", "metadata", "a", "b", "", "\\u0000");

    private final ShadowFixture shadow = new ShadowFixture();

    @Fuzz("damaged shadow requests")
    void damagedRequestNeverHarmsTheShadow(@ForAll("damaged") byte[] payload, Tally tally) throws IOException {
        assertHarmless(payload, tally);
    }

    @Fuzz("made-up shadow requests")
    void madeUpRequestNeverHarmsTheShadow(@ForAll("madeUp") byte[] payload, Tally tally) throws IOException {
        assertHarmless(payload, tally);
    }

    @Fuzz("desired states")
    void desiredStateIsTakenOrRejected(@ForAll("states") String json, Tally tally) {
        try {
            shadow.service.updateDesired(shadow.device, ShadowJson.desiredState(json), 0);
            tally.count("applied");
        } catch (ShadowRejectedException e) {
            tally.count("rejected");
        }
        assertLegalShadow();
        shadow.outlet.takeAll();
    }

    @Fuzz("shadow requests under random rules")
    void requestsUnderOtherRulesNeverHarmTheShadow(@ForAll("otherRules") OtherRules run, Tally tally)
            throws IOException {
        ShadowFixture other = new ShadowFixture(run.rules());
        for (String desired : run.desired()) {
            try {
                other.service.updateDesired(other.device, ShadowJson.desiredState(desired), 0);
            } catch (ShadowRejectedException e) {
                tally.count("rejected");
            }
            for (String request : run.requests()) {
                other.send(request);
            }
        }
        for (String document : other.outlet.takeAll()) {
            assertThat(READER.readTree(document).path("timestamp").isNumber()).isTrue();
        }
        assertThat(other.request("{\"type\":\"get\",\"metadata\":true}")).contains("\"result\":0,");
        assertThat(JsonTrees.hasNullElement(other.service.peek(other.device))).isFalse();
        tally.count("survived");
    }

    private record OtherRules(ShadowRules rules, List<String> desired, List<String> requests) {}

    private void assertHarmless(byte[] payload, Tally tally) throws IOException {
        long versionBefore = version();

        shadow.service.handle(shadow.device, payload);

        List<String> answers = shadow.outlet.takeAll();
        assertThat(answers).hasSizeLessThanOrEqualTo(1);
        for (String answer : answers) {
            assertThat(READER.readTree(answer).path("result").isInt()).isTrue();
        }
        assertThat(version()).isBetween(versionBefore, versionBefore + 1);
        assertLegalShadow();
        tally.count(
                answers.isEmpty() ? "unanswered" : answers.get(0).contains("\"result\":0,") ? "applied" : "rejected");
    }

    private void assertLegalShadow() {
        ObjectNode state = (ObjectNode) shadow.service.peek(shadow.device).get("state");
        state.remove("delta");
        assertThat(ShadowJson.bytes(state)).hasSizeLessThanOrEqualTo(MAX_BYTES);
        assertThat(JsonTrees.depth(state)).isLessThanOrEqualTo(6);
        assertThat(JsonTrees.hasNullElement(state)).isFalse();
    }

    private long version() {
        return shadow.service.peek(shadow.device).get("version").longValue();
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.randomValue(
                random -> Mutations.of(VALID.get(random.nextInt(VALID.size())).getBytes(UTF_8), random));
    }

    @Provide
    Arbitrary<byte[]> madeUp() {
        return Arbitraries.randomValue(random -> switch (random.nextInt(20)) {
            case 0 -> Mutations.noise(MAX_BYTES, random);
            case 1 -> nested(random).getBytes(UTF_8);
            case 2 -> update("{\"reported\":" + wide(random) + "}").getBytes(UTF_8);
            case 3, 4, 5 -> object(random, 4).getBytes(UTF_8);
            default -> update("{\"reported\":" + object(random, 4) + "}").getBytes(UTF_8);
        });
    }

    @Provide
    Arbitrary<String> states() {
        return Arbitraries.randomValue(random ->
                random.nextInt(50) == 0 ? wide(random) : random.nextInt(50) == 0 ? "null" : object(random, 5));
    }

    @Provide
    Arbitrary<OtherRules> otherRules() {
        return Arbitraries.randomValue(random -> new OtherRules(
                new ShadowRules(
                        someSwitches(random), 1 + random.nextInt(200), 1 + random.nextInt(6), 1 + random.nextInt(9)),
                List.of(object(random, 4), random.nextBoolean() ? object(random, 4) : "null"),
                List.of(
                        "{\"type\":\"update\",\"metadata\":true,\"overwriteUpdate\":" + random.nextBoolean()
                                + ",\"state\":{\"reported\":" + object(random, 4) + ",\"desired\":" + object(random, 3)
                                + "}}",
                        update("{\"reported\":" + object(random, 4) + "}"),
                        random.nextInt(5) == 0 ? "{\"type\":\"delete\"}" : "{\"type\":\"get\",\"metadata\":true}")));
    }

    private static Set<ShadowSwitch> someSwitches(Random random) {
        return Arrays.stream(ShadowSwitch.values())
                .filter(any -> random.nextBoolean())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String update(String state) {
        return "{\"type\":\"update\",\"state\":" + state + "}";
    }

    private static String nested(Random random) {
        int depth = random.nextInt(MAX_NESTING);
        boolean array = random.nextBoolean();
        boolean closed = random.nextBoolean();
        String inner =
                (array ? "[" : "{\"a\":").repeat(depth) + "1" + (closed ? (array ? "]" : "}").repeat(depth) : "");
        return update("{\"reported\":" + (array ? "{\"a\":" + inner + "}" : inner) + "}");
    }

    private static String wide(Random random) {
        return "{\"a\":\"" + "x".repeat(random.nextInt(2 * MAX_BYTES)) + "\"}";
    }

    // keys may come twice
    private static String object(Random random, int depth) {
        StringBuilder json = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            json.append('"').append(anyOf(KEYS, random)).append("\":").append(value(random, depth - 1));
            json.append(i > 1 ? "," : "");
        }
        return json.append('}').toString();
    }

    private static String value(Random random, int depth) {
        return switch (depth > 0 ? random.nextInt(6) : 0) {
            case 1, 2 -> object(random, depth);
            case 3 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default -> random.nextInt(4) == 0 ? anyOf(SCALARS, random) : String.valueOf(random.nextInt(3));
        };
    }

    private static String anyOf(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
