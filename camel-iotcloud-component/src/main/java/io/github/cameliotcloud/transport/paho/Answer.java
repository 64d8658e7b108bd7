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
package io.github.cameliotcloud.transport.paho;

import java.util.function.Consumer;

import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;

/** The library's listener, as two functions. */
record Answer(Consumer<IMqttToken> success, Consumer<Throwable> failure) implements IMqttActionListener {

    @Override
    public void onSuccess(IMqttToken token) {
        success.accept(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable exception) {
        failure.accept(exception);
    }
}
