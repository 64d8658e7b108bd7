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
package io.github.cameliotcloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.DeviceNotConnectedException;
import io.github.cameliotcloud.error.ShadowRequestRejectedException;
import io.github.cameliotcloud.shadow.ShadowDelta;

class DeltaConfirmationsTest {

    private static final Throwable OFFLINE = new DeviceNotConnectedException("offline");
    private static final Throwable NO_REPLY = new TimeoutException("no reply");

    private final Queue<CompletableFuture<Boolean>> answers = new ArrayDeque<>();
    private final List<Long> told = new ArrayList<>();
    private final List<Throwable> handled = new ArrayList<>();
    private final DeltaConfirmations confirmations = new DeltaConfirmations(this::tell, handler());

    @Test
    void whatWasLostWithTheConnectionIsToldOnTheNextOne() {
        answer(OFFLINE, null);
        confirmations.confirm(delta(5));
        assertThat(told).containsExactly(5L);

        confirmations.connected();
        assertThat(told).containsExactly(5L, 5L);
        confirmations.connected();
        assertThat(told).containsExactly(5L, 5L);
        assertThat(handled).isEmpty();
    }

    @Test
    void whatGotNoReplyIsToldAgainAtOnce() {
        answer(NO_REPLY, NO_REPLY, null);
        confirmations.confirm(delta(5));
        assertThat(told).containsExactly(5L, 5L, 5L);
    }

    @Test
    void aLossThatShowsAfterTheNextConnectIsRepairedAtOnce() {
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        answers.add(late);
        answer((Throwable) null);
        confirmations.confirm(delta(5));
        confirmations.connected();
        late.completeExceptionally(OFFLINE);
        assertThat(told).containsExactly(5L, 5L);
    }

    @Test
    void aLossThatTheSessionHasNotNoticedIsNotTriedInALoop() {
        answer(OFFLINE, OFFLINE);
        confirmations.confirm(delta(5));
        confirmations.connected();
        assertThat(told).containsExactly(5L, 5L);
    }

    @Test
    void onlyTheNewestIsToldAgain() {
        answer(OFFLINE, OFFLINE, null);
        confirmations.confirm(delta(5));
        confirmations.confirm(delta(6));
        confirmations.connected();
        assertThat(told).containsExactly(5L, 6L, 6L);
    }

    @Test
    void anOlderOneThatFailsLateIsNotToldAgain() {
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        answers.add(late);
        answer((Throwable) null);
        confirmations.confirm(delta(5));
        confirmations.confirm(delta(6));
        late.completeExceptionally(OFFLINE);
        confirmations.connected();
        assertThat(told).containsExactly(5L, 6L);
    }

    @Test
    void aRejectionGoesToTheExceptionHandler() {
        ShadowRequestRejectedException rejected = new ShadowRequestRejectedException("no", 5003);
        answer(rejected);
        confirmations.confirm(delta(5));
        confirmations.connected();
        assertThat(told).containsExactly(5L);
        assertThat(handled).containsExactly(rejected);
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        answer(OFFLINE);
        confirmations.confirm(delta(5));
        confirmations.close();
        confirmations.connected();
        assertThat(told).containsExactly(5L);
    }

    private void answer(Throwable... failures) {
        for (Throwable failure : failures) {
            answers.add(
                    failure == null
                            ? CompletableFuture.completedFuture(true)
                            : CompletableFuture.failedFuture(failure));
        }
    }

    private CompletableFuture<Boolean> tell(ShadowDelta delta) {
        told.add(delta.version());
        return answers.remove();
    }

    private static ShadowDelta delta(long version) {
        return new ShadowDelta(JsonNodeFactory.instance.objectNode(), version, 0);
    }

    private ExceptionHandler handler() {
        return new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handled.add(exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.add(exception);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handled.add(exception);
            }
        };
    }
}
