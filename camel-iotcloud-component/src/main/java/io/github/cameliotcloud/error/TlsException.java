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

/**
 * There is no TLS connection to the cloud because one side does not accept the other: a certificate that is not trusted,
 * expired or made for another host, a refused device certificate, or no common TLS version. Trying again helps only
 * after the options, the certificates or the clock were corrected (protocol.md section 1.3).
 */
public class TlsException extends IotCloudException {

    /**
     * @param message one sentence: what was not accepted, and what to change
     * @param cause   what the TLS library reported
     */
    public TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
