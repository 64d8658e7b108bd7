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
package io.github.cameliotcloud.cluster.zookeeper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ElectionTest {

    private static final long DELAY = 4_000;

    private final ManualTimers timers = new ManualTimers();
    private final List<FakeLatch> latches = FakeLatch.list();
    private final List<String> events = new ArrayList<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean hold;
    private final Election election = new Election(
            "boilers-3", this::execute, timers, FakeLatch.into(latches, () -> events.add("closed")), DELAY, this::told);

    private void execute(Runnable task) {
        if (hold) {
            held.add(task);
        } else {
            task.run();
        }
    }

    private void told() {
        events.add(election.isOwner() ? "taken" : "lost");
    }

    private FakeLatch latch() {
        return latches.get(latches.size() - 1);
    }

    private void own() {
        election.start();
        latch().win();
        timers.pass(DELAY);
        assertThat(events).containsExactly("taken");
        events.clear();
    }

    @Test
    void isOwnerOnlyAfterTheLatchWasHeldForTheDelay() {
        election.start();
        latch().win();

        timers.pass(DELAY - 1);
        assertThat(election.isHeld()).isTrue();
        assertThat(election.isOwner()).isFalse();
        assertThat(events).isEmpty();

        timers.pass(1);
        assertThat(election.isOwner()).isTrue();
        assertThat(events).containsExactly("taken");
    }

    @Test
    void aLossDuringTheDelayBeginsItAnew() {
        election.start();
        latch().win();
        timers.pass(DELAY - 1);
        latch().lose();
        latch().win();

        timers.pass(DELAY - 1);
        assertThat(events).isEmpty();
        timers.pass(1);
        assertThat(events).containsExactly("taken");
    }

    @Test
    void anEndOfTheDelayThatIsHandledBehindALossDoesNotCountForTheNextTerm() {
        election.start();
        latch().win();
        hold = true;
        latch().lose();
        latch().win();
        timers.pass(DELAY);
        hold = false;
        held.forEach(Runnable::run);

        assertThat(election.isOwner()).isFalse();
        timers.pass(DELAY);
        assertThat(events).containsExactly("taken");
    }

    @Test
    void aLostConnectionIsToldAtOnceAndKeepsTheCandidacy() {
        own();

        latch().lose();

        assertThat(events).containsExactly("lost");
        assertThat(latch().closed).isFalse();
        latch().win();
        timers.pass(DELAY);
        assertThat(election.isOwner()).isTrue();
    }

    @Test
    void whoIsDisabledTellsListenersBeforeItGivesUpTheLatch() {
        own();

        election.setDisabled(true);

        assertThat(events).containsExactly("lost", "closed");
        assertThat(election.isDisabled()).isTrue();
        assertThat(election.isHeld()).isFalse();
    }

    @Test
    void whoIsEnabledAgainIsACandidateAgain() {
        own();
        election.setDisabled(true);
        assertThat(latches).hasSize(1);

        election.setDisabled(false);

        assertThat(latches).hasSize(2);
        latch().win();
        timers.pass(DELAY);
        assertThat(election.isOwner()).isTrue();
    }

    @Test
    void whatAClosedLatchStillHadToSayIsNotHeard() {
        election.start();
        FakeLatch old = latch();
        election.setDisabled(true);
        election.setDisabled(false);

        old.win();
        timers.pass(DELAY);

        assertThat(election.isOwner()).isFalse();
    }

    @Test
    void aReleasedNamespaceKeepsItsLatchForTheDelay() {
        own();

        election.stop();
        assertThat(events).containsExactly("lost");
        timers.pass(DELAY - 1);
        assertThat(latch().closed).isFalse();
        assertThat(election.isHeld()).isFalse();

        timers.pass(1);
        assertThat(events).containsExactly("lost", "closed");
        assertThat(timers.isIdle()).isTrue();
    }

    @Test
    void aReleasedNamespaceThatWasNotOwnedIsGivenUpAtOnce() {
        election.start();
        latch().win();

        election.stop();

        assertThat(events).containsExactly("closed");
        assertThat(timers.isIdle()).isTrue();
    }

    @Test
    void aNamespaceThatIsUsedAgainAfterItsReleaseIsTakenAgainAfterTheDelay() {
        own();
        election.stop();
        timers.pass(DELAY / 2);

        election.start();

        timers.pass(DELAY - 1);
        assertThat(election.isOwner()).isFalse();
        timers.pass(1);
        assertThat(events).containsExactly("lost", "taken");
        assertThat(latches).hasSize(1);
    }

    @Test
    void theEndOfTheServiceDoesNotWaitForTheDelay() {
        own();
        election.stop();

        assertThat(election.end()).isDone();

        assertThat(events).containsExactly("lost", "closed");
        assertThat(timers.isIdle()).isTrue();
    }

    @Test
    void aLossIsSaidAgainForAWhileAsAConsumerMayBeStartedLate() {
        own();
        latch().lose();
        events.clear();

        timers.pass(Election.REMIND_MILLIS);
        assertThat(events).containsExactly("lost");
        timers.pass(60_000);
        assertThat(events).containsOnly("lost").hasSizeBetween(7, 60);
        assertThat(timers.isIdle()).isTrue();
    }

    @Test
    void nothingIsSaidAgainOnceTheNamespaceIsOwnedAgain() {
        own();
        latch().lose();
        latch().win();
        timers.pass(DELAY);
        events.clear();

        timers.pass(60_000);

        assertThat(events).isEmpty();
    }
}
