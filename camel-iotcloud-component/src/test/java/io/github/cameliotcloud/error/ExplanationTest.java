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
package io.github.cameliotcloud.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

    @Test
    void sentenceOfTheComponentIsFoundBelowWhatIsWrappedAroundIt() {
        Exception cause = new DeviceNotConnectedException("Device P/D is not connected", new Exception("reset"));

        assertThat(Explanation.of(new RuntimeException("Failed to start route", cause)))
                .hasValue("Device P/D is not connected");
        assertThat(Explanation.of(InvalidOptionException.secret("deviceSecret", "is not set")))
                .hasValue("Option deviceSecret: is not set");
    }

    @Test
    void failureOfSomebodyElseHasNone() {
        assertThat(Explanation.of(new IllegalStateException("disk full"))).isEmpty();
    }
}
