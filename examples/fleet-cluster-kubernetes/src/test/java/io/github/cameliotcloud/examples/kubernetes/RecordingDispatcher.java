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
package io.github.cameliotcloud.examples.kubernetes;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;

/** Notes what pods ask for, in the words of a Role, and refuses what a test wants refused. */
final class RecordingDispatcher extends KubernetesCrudDispatcher {

    /** Goes with the requests of the test itself, which may do more than a pod. */
    static final String TEST_AGENT = "test";

    private static final int CONFLICT = 409;

    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private volatile Predicate<RecordedRequest> refused = request -> false;

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if (TEST_AGENT.equals(request.getHeader("User-Agent"))) {
            return super.dispatch(request);
        }
        asked.add(Permissions.of(request));
        return refused.test(request) ? new MockResponse().setResponseCode(CONFLICT) : super.dispatch(request);
    }

    void refuse(Predicate<RecordedRequest> requests) {
        refused = requests;
    }

    Set<String> asked() {
        return asked;
    }
}
