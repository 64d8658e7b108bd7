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
package io.github.cameliotcloud.auth;

/** How the password of a key device is signed (protocol.md section 2.2). */
public enum SignMethod {
    HMACSHA256("hmacsha256", "HmacSHA256"),
    HMACSHA1("hmacsha1", "HmacSHA1");

    private final String wireName;
    private final String macAlgorithm;

    SignMethod(String wireName, String macAlgorithm) {
        this.wireName = wireName;
        this.macAlgorithm = macAlgorithm;
    }

    /** @return the name behind the {@code ;} of the password */
    public String wireName() {
        return wireName;
    }

    String macAlgorithm() {
        return macAlgorithm;
    }
}
