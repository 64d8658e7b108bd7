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

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cameliotcloud.error.SubscriptionRefusedException;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.testing.DocsSnippet;
import io.github.cameliotcloud.testing.FakeTransport;
import io.github.cameliotcloud.testing.LogCapture;
import io.github.cameliotcloud.testing.ManualTime;
import io.github.cameliotcloud.testing.Sessions;

/** The sentences that docs/getting-started.zh.adoc quotes are those that the component says. */
class ChineseFirstStepsTest {

    private static final String PAGE = "getting-started.zh.adoc";

    private final ManualTime time = new ManualTime();
    private final FakeTransport transport = new FakeTransport();
    private final DeviceSession session = Sessions.session(transport, time);

    @Test
    void quotesWhatIsSaidOfAWrongSecret() throws IOException {
        session.start();
        transport.last().refuse(4);

        String said = session.status().lastError().getMessage();
        assertThat(withoutPlaceAndTime(quoted("wrong-secret"))).isEqualTo(withoutPlaceAndTime(said));
    }

    @Test
    void quotesWhatIsSaidOfASecondLogin() throws IOException {
        List<String> said;
        try (LogCapture log = LogCapture.begin()) {
            session.start();
            for (int i = 0; i < 3; i++) {
                transport.last().accept();
                transport.last().lose();
                time.advance(time.untilNext());
            }
            said = log.messages();
        }
        assertThat(said).contains(quoted("second-login"));
        assertThat(said).map(ChineseFirstStepsTest::withoutDurations).contains(withoutDurations(quoted("lost")));
    }

    @Test
    void quotesWhatIsSaidOfATopicThatTheProductDoesNotDefine() throws IOException {
        String topic = Sessions.DEVICE + "/a/b";

        assertThat(quoted("undefined-topic"))
                .isEqualTo(new SubscriptionRefusedException(topic, "was refused", null).getMessage());
    }

    private static String quoted(String tag) throws IOException {
        return DocsSnippet.of(PAGE, tag);
    }

    private static String withoutPlaceAndTime(String sentence) {
        return sentence.replaceFirst("tcp://\\S+ was asked at \\S+ by", "BROKER was asked at TIME by");
    }

    private static String withoutDurations(String sentence) {
        return sentence.replaceAll("\\d+ ms", "N ms");
    }
}
