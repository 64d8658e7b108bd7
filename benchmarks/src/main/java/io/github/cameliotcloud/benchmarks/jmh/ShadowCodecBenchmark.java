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
package io.github.cameliotcloud.benchmarks.jmh;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.shadow.ShadowCodec;
import io.github.cameliotcloud.shadow.ShadowMessage;
import io.github.cameliotcloud.shadow.ShadowUpdate;

/** Requests to the shadow, and what comes back; with Jackson alone for comparison. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShadowCodecBenchmark {

    private static final byte[] REPLY = """
            {"type":"get","result":0,"timestamp":1700000000,"clientToken":"abc-123","payload":{"state":{"reported":\
            {"temperature":21.5,"humidity":47,"battery":88,"mode":"eco","on":true}},"metadata":{"reported":\
            {"temperature":{"timestamp":1700000000000},"humidity":{"timestamp":1700000000000},"battery":\
            {"timestamp":1700000000000},"mode":{"timestamp":1700000000000},"on":{"timestamp":1700000000000}}},\
            "timestamp":1700000000000,"version":17}}""".getBytes(UTF_8);
    private static final byte[] DELTA = """
            {"type":"delta","timestamp":1700000000,"payload":{"state":{"temperature":25,"mode":"eco"},\
            "version":18,"timestamp":1700000000000}}""".getBytes(UTF_8);

    private final ShadowCodec codec = new ShadowCodec();
    private final ObjectMapper jackson = new ObjectMapper();
    private final ObjectNode attributes = jackson.createObjectNode()
            .put("temperature", 21.5)
            .put("humidity", 47)
            .put("battery", 88)
            .put("mode", "eco")
            .put("on", true);

    @Benchmark
    public byte[] encodeGet() {
        return codec.encodeGet("abc-123");
    }

    @Benchmark
    public byte[] encodeUpdate() {
        return codec.encodeUpdate(ShadowUpdate.report(attributes), "abc-123");
    }

    @Benchmark
    public ShadowMessage decodeReply() {
        return codec.decode(REPLY);
    }

    @Benchmark
    public ShadowMessage decodeDelta() {
        return codec.decode(DELTA);
    }

    /** The same bytes, read without any check. */
    @Benchmark
    public JsonNode readReplyWithJacksonAlone() throws IOException {
        return jackson.readTree(REPLY);
    }
}
