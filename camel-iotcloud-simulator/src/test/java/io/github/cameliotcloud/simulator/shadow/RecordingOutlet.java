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
package io.github.cameliotcloud.simulator.shadow;

import java.util.ArrayList;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.cameliotcloud.simulator.device.DeviceIdentity;

/** Keeps what the shadow service sends. */
final class RecordingOutlet implements ShadowOutlet {

    private final List<String> sent = new ArrayList<>();

    @Override
    public synchronized void reply(DeviceIdentity device, byte[] document) {
        sent.add(new String(document, UTF_8));
    }

    @Override
    public synchronized void delta(DeviceIdentity device, byte[] document) {
        sent.add(new String(document, UTF_8));
    }

    synchronized List<String> takeAll() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }
}
