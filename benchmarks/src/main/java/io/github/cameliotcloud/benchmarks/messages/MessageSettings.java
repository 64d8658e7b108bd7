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
package io.github.cameliotcloud.benchmarks.messages;

import java.util.Arrays;
import java.util.List;

/**
 * What is measured, from arguments of the form {@code --name=value}.
 *
 * @param rows the names of the rows, see {@link MessageRow}
 * @param runs how many turns count, 1 to 100
 * @param warmUps how many turns before them do not, 0 to 100
 * @param messages messages of a turn, a multiple of 10,000; peers that wait for each PUBACK send a tenth
 */
record MessageSettings(List<String> rows, int runs, int warmUps, int messages) {

    static final int SHARE_OF_SLOW_PEERS = 10;

    private static final int BATCH = 10_000;
    private static final MessageSettings USUAL = new MessageSettings(MessageRow.names(), 5, 2, 100_000);

    MessageSettings {
        require("runs", runs >= 1 && runs <= 100);
        require("warm-ups", warmUps >= 0 && warmUps <= 100);
        require("messages", messages >= BATCH && messages % BATCH == 0);
        rows.forEach(row -> require("rows", MessageRow.names().contains(row)));
    }

    /** @throws IllegalArgumentException with one sentence for the user */
    static MessageSettings parse(String... arguments) {
        MessageSettings settings = USUAL;
        for (String argument : arguments) {
            settings = settings.with(argument.split("=", 2));
        }
        return settings;
    }

    private MessageSettings with(String... option) {
        String value = option[option.length - 1];
        return switch (option[0]) {
            case "--rows" -> new MessageSettings(Arrays.asList(value.split(",")), runs, warmUps, messages);
            case "--runs" -> new MessageSettings(rows, number(value), warmUps, messages);
            case "--warm-ups" -> new MessageSettings(rows, runs, number(value), messages);
            case "--messages" -> new MessageSettings(rows, runs, warmUps, number(value));
            default -> throw usage(option[0]);
        };
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw usage(value);
        }
    }

    private static void require(String option, boolean isRight) {
        if (!isRight) {
            throw usage("--" + option);
        }
    }

    private static IllegalArgumentException usage(String wrong) {
        return new IllegalArgumentException("Options are --runs=1..100 --warm-ups=0..100 --messages=N (times 10,000)"
                + " --rows=A,B of " + String.join(",", MessageRow.names()) + "; not right is " + wrong);
    }
}
