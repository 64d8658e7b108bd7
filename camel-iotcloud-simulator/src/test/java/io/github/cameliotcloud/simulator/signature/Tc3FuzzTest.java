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
package io.github.cameliotcloud.simulator.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.simulator.ManualClock;
import io.github.cameliotcloud.simulator.fuzz.Fuzz;
import io.github.cameliotcloud.simulator.fuzz.Mutations;
import io.github.cameliotcloud.simulator.fuzz.Tally;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** A damaged request is never taken for a signed one. */
class Tc3FuzzTest {

    private static final long SIGNED_AT = 1_700_000_000L;
    private static final String BODY = "{\"ProductId\":\"ABC1234567\",\"DeviceName\":\"dev-01\"}";
    private static final Map<String, String> VALID = Map.of(
            "host",
            "127.0.0.1",
            "content-type",
            "application/json",
            "x-tc-timestamp",
            Long.toString(SIGNED_AT),
            "authorization",
            new TestSigner("AKIDEXAMPLE", "SecretKeyExample").authorization("127.0.0.1", SIGNED_AT, BODY),
            "body",
            BODY);
    private static final List<String> PARTS = List.copyOf(VALID.keySet());

    private final Tc3Verifier verifier = new Tc3Verifier(
            List.of(new ApiAccount("AKIDEXAMPLE", "SecretKeyExample")),
            new ManualClock(Instant.ofEpochSecond(SIGNED_AT)));

    @Fuzz("damaged signed requests")
    void damagedRequestIsRefused(@ForAll("damaged") Map<String, String> parts, Tally tally) {
        SignedRequest request = new SignedRequest(parts::get, parts.get("body").getBytes(UTF_8));

        boolean accepted = verifier.fault(request).isEmpty();

        tally.count(accepted ? "accepted" : "refused");
        assertThat(accepted).isEqualTo(meansTheSame(parts));
    }

    // upper case and blanks around a header are not signed
    private static boolean meansTheSame(Map<String, String> parts) {
        return PARTS.stream().allMatch(name -> normal(name, parts).equals(normal(name, VALID)));
    }

    private static String normal(String name, Map<String, String> parts) {
        return switch (name) {
            case "host", "content-type" -> parts.get(name).strip().toLowerCase(Locale.ROOT);
            case "authorization" ->
                parts.get(name).strip().replaceAll("\\s+", " ").replace(", ", ",");
            default -> parts.get(name);
        };
    }

    @Provide
    Arbitrary<Map<String, String>> damaged() {
        return Arbitraries.randomValue(Tc3FuzzTest::damage);
    }

    private static Map<String, String> damage(Random random) {
        Map<String, String> parts = new HashMap<>(VALID);
        parts.compute(PARTS.get(random.nextInt(PARTS.size())), (name, value) -> Mutations.of(value, random));
        return parts;
    }
}
