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
package io.github.cameliotcloud.benchmarks.harness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of one contest: medians, their ratios, and how far the runs are apart. */
public record Row(String name, Map<String, List<Double>> results) {

    /** {@code bench: ROW us=X raw=Y peer=Z us/raw=R us/peer=R runs=N}, without what did not take part. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder("bench: ").append(name);
        results.keySet()
                .forEach(contestant -> line.append(String.format(
                        Locale.ROOT,
                        " %s=%s",
                        contestant,
                        number(median(contestant).orElseThrow()))));
        ratio(line, Contest.RAW);
        ratio(line, Contest.PEER);
        int runs = results.values().iterator().next().size();
        return line.append(" runs=").append(runs).toString();
    }

    /** The least and greatest result of each contestant. */
    public String spread() {
        return results.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + number(entry.getValue().stream().min(Double::compare).orElseThrow()) + ".."
                        + number(entry.getValue().stream().max(Double::compare).orElseThrow()))
                .collect(Collectors.joining(", ", "  spread: ", ""));
    }

    private void ratio(StringBuilder line, String other) {
        Optional<Double> us = median(Contest.US);
        Optional<Double> them = median(other);
        if (us.isPresent() && them.isPresent()) {
            line.append(String.format(Locale.ROOT, " us/%s=%.2f", other, us.get() / them.get()));
        }
    }

    /** @return the median of a contestant that took part */
    public Optional<Double> median(String contestant) {
        return Optional.ofNullable(results.get(contestant)).map(values -> {
            List<Double> sorted = values.stream().sorted().toList();
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        });
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }
}
