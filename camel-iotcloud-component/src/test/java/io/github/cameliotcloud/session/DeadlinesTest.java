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
package io.github.cameliotcloud.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.session.Scheduler.Cancellable;
import io.github.cameliotcloud.testing.ManualTime;

class DeadlinesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ManualTime time = new ManualTime();
    private final Deadlines deadlines = new Deadlines(time);
    private final List<String> expired = new ArrayList<>();

    @Test
    void eachFallsDueAtItsOwnTime() {
        after(LIMIT, "first");
        time.advance(Duration.ofSeconds(3));
        after(LIMIT, "second");
        after(Duration.ofSeconds(1), "short");

        time.advance(Duration.ofSeconds(1));
        assertThat(expired).containsExactly("short");
        time.advance(Duration.ofSeconds(6));
        assertThat(expired).containsExactly("short", "first");
        time.advance(Duration.ofSeconds(3).minusNanos(1));
        assertThat(expired).hasSize(2);
        time.advance(Duration.ofNanos(1));
        assertThat(expired).containsExactly("short", "first", "second");
        assertThat(time.pending()).isZero();
    }

    @Test
    void thousandsThatEndInTimeHaveOneTimer() {
        List<Cancellable> set = IntStream.range(0, 5_000)
                .mapToObj(number -> after(LIMIT, "number " + number))
                .toList();
        assertThat(time.pending()).isEqualTo(1);

        set.forEach(Cancellable::cancel);
        set.forEach(Cancellable::cancel);
        time.advance(LIMIT);
        assertThat(expired).isEmpty();
        assertThat(time.pending()).isZero();
    }

    @Test
    void thoseAroundOneThatHasEndedStillFallDue() {
        after(LIMIT, "first");
        Cancellable second = after(LIMIT, "second");
        after(LIMIT, "third");
        Cancellable last = after(LIMIT, "last");

        second.cancel();
        last.cancel();
        time.advance(LIMIT);
        assertThat(expired).containsExactly("first", "third");
    }

    @Test
    void clearForgetsAllAndTheTimer() {
        Cancellable one = after(LIMIT, "one");
        deadlines.clear();
        assertThat(time.pending()).isZero();

        one.cancel();
        after(LIMIT, "another");
        time.advance(LIMIT);
        assertThat(expired).containsExactly("another");
    }

    private Cancellable after(Duration limit, String name) {
        return deadlines.after(limit, () -> expired.add(name));
    }
}
