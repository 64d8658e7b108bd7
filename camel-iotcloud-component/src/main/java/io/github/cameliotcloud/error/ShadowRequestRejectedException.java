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
package io.github.cameliotcloud.error;

/** The cloud answered a shadow request with a result other than 0 (protocol.md section 5.6). */
public class ShadowRequestRejectedException extends IotCloudException {

    private final int resultCode;

    /**
     * @param message    one sentence that names request, device, code and meaning
     * @param resultCode the {@code result} of the reply
     */
    public ShadowRequestRejectedException(String message, int resultCode) {
        super(message);
        this.resultCode = resultCode;
    }

    /** @return the {@code result} of the reply, never 0 */
    public int resultCode() {
        return resultCode;
    }
}
