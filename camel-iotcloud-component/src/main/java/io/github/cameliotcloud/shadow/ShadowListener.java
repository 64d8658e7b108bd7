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
package io.github.cameliotcloud.shadow;

import io.github.cameliotcloud.error.MalformedMessageException;

/** Takes what comes on the result topic of a shadow. Called on the MQTT library's thread: it only enqueues. */
public interface ShadowListener {

    /** @param delta what an application wants to be different */
    void delta(ShadowDelta delta);

    /** @param reply an answer to any request of the device, also one that nobody waits for any more */
    void reply(ShadowReply reply);

    /**
     * @param failure what is wrong with a message
     * @param payload the message as it came
     */
    void malformed(MalformedMessageException failure, byte[] payload);
}
