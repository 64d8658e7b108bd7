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
package io.github.cameliotcloud.examples.rest;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RequestReplyDemoIT {

    @Test
    void demonstrationShowsEachStatus(@TempDir Path directory) throws Exception {
        assertThat(new RequestReplyDemo(directory).run())
                .isEqualTo("request-reply: 11 requests answered, "
                        + "5 with 200, 2 with 400, 1 with 404, 1 with 409, 1 with 503, 1 with 504");
    }
}
