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
package io.github.cameliotcloud.simulator.certificate;

import java.time.Duration;
import java.time.Instant;

/** From when until when a certificate is valid. */
record Validity(Instant notBefore, Instant notAfter) {

    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    Validity {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException(
                    "A certificate must end after it begins, but " + notAfter + " is not after " + notBefore);
        }
    }

    /** From yesterday on, so that clocks which are a little slow do not matter. */
    static Validity days(int days) {
        Instant now = Instant.now();
        return new Validity(now.minus(CLOCK_SKEW), now.plus(Duration.ofDays(days)));
    }
}
