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

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What sessions share with each other.
 *
 * @param executor  for short tasks that never block
 * @param blocking  for a secret resolver, which may block
 * @param scheduler for delays and time limits
 * @param connectRate spreads connection attempts
 * @param clock     for what is shown and compared, never for delays
 * @param random    for the jitter of reconnects
 * @param log       gets what they tell of connecting
 */
public record SessionRuntime(
        Executor executor,
        Executor blocking,
        Scheduler scheduler,
        ConnectRate connectRate,
        InstantSource clock,
        RandomGenerator random,
        StatusLog log) {}
