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

import java.time.Instant;

/**
 * What a session tells about itself at one moment. Holds no secret.
 *
 * @param state     where it is
 * @param since     since when
 * @param attempts  connection attempts since the last success
 * @param lastError why it last failed or lost its connection, null while nothing went wrong
 */
public record SessionStatus(SessionState state, Instant since, int attempts, Throwable lastError) {}
