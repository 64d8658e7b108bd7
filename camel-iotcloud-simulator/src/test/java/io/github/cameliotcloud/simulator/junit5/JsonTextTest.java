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
package io.github.cameliotcloud.simulator.junit5;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':2} | {'b':2,'a':1}",
                "{'a':20}      | {'a':20.0}",
                "{'a':[1,2.50]}| {'a':[1.0,2.5]}",
                "{'a':1e3}     | {'a':1000}"
            })
    void orderOfMembersAndSpellingOfNumbersDoNotCount(String one, String other) {
        assertThat(JsonText.same(json(one), json(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'a':1} | {'a':'1'}", "{'a':1} | {'a':1,'b':2}", "[1,2] | [2,1]", "{'a':1} | {'a':null}"})
    void whatIsDifferentIsNotTheSame(String one, String other) {
        assertThat(JsonText.same(json(one), json(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'a':1}",
                "{'b':{}}",
                "{'b':{'c':2.0}}",
                "{'d':null}",
                "{'b':{'d':{'e':null}}}",
                "{'f':{'g':{'h':null}}}",
                "{'f':{}}"
            })
    void wholeIncludesItsParts(String part) {
        assertThat(JsonText.includes(json("{'a':1,'b':{'c':2,'d':{}}}"), json(part)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'a':2}", "{'a':{}}", "{'b':{'c':3}}", "{'e':{'f':1}}", "{'a':null}", "{'b':[]}"})
    void wholeDoesNotIncludeWhatIsNoPart(String part) {
        assertThat(JsonText.includes(json("{'a':1,'b':{'c':2}}"), json(part))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"on", "20", "{} {}", "{'a':", "null"})
    void textThatIsNoContainerIsNoState(String text) {
        assertThat(JsonText.container(text)).isEmpty();
        assertThatThrownBy(() -> JsonText.object(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The expected state is a JSON object such as {\"temperature\":20}, not " + text);
    }

    @Test
    void emptyTextIsNoContainer() {
        assertThat(JsonText.container("")).isEmpty();
    }

    private static JsonNode json(String text) {
        return JsonText.container(text.replace('\'', '"')).orElseThrow();
    }
}
