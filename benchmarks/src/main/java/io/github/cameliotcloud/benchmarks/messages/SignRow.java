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

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

import io.github.cameliotcloud.benchmarks.harness.Contest;
import io.github.cameliotcloud.benchmarks.harness.Row;
import io.github.cameliotcloud.benchmarks.jmh.SignBenchmark;

/** Signing and building CONNECT in microseconds, measured by JMH; what it allocates is a line of its own. */
final class SignRow {

    private SignRow() {}

    static Row measure(MessageSettings settings) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(SignBenchmark.class.getName() + ".signAndBuildConnect")
                        .addProfiler(GCProfiler.class)
                        .measurementIterations(settings.runs())
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        RunResult result = results.iterator().next();
        System.out.printf(
                "bench: sign-connect-allocation us=%.0f bytes%n",
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore());
        List<Double> micros = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
        return new Row("sign-connect", Map.of(Contest.US, micros));
    }
}
