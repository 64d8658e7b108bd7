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

import java.util.concurrent.CompletableFuture;

/** One wish to receive the messages of a topic filter. Others may have the same wish; the cloud sees one. */
public interface Subscription {

    /**
     * @return ends when the cloud has granted the subscription on the current or next connection; fails with
     *     {@link io.github.cameliotcloud.error.SubscriptionRefusedException} when it did not
     */
    CompletableFuture<Void> granted();

    /** Takes the wish back. The last one of a clean session unsubscribes; a persistent session keeps collecting. */
    void cancel();
}
