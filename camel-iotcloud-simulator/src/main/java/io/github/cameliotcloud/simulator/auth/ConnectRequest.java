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
package io.github.cameliotcloud.simulator.auth;

/**
 * What a CONNECT packet says about its sender.
 *
 * @param clientId client identifier, may be null
 * @param keepAlive seconds
 * @param userName null when absent
 * @param password null when absent
 * @param certifiedName the common name in the sender's certificate, which TLS has verified; null when there is none
 */
public record ConnectRequest(String clientId, int keepAlive, String userName, String password, String certifiedName) {

    @Override
    public String toString() {
        return "ConnectRequest[clientId=" + clientId + ", keepAlive=" + keepAlive + "]";
    }
}
