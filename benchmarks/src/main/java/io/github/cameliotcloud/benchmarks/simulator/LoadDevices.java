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
package io.github.cameliotcloud.benchmarks.simulator;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The names and credentials of the devices; both JVMs know them. */
public final class LoadDevices {

    public static final String PRODUCT = "BENCHMARK1";
    public static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";

    private LoadDevices() {}

    public static String name(int number) {
        return String.format("dev-%05d", number);
    }

    public static String userName(int number) {
        return PRODUCT + name(number) + ";12010126;load0;4102444800";
    }

    /** The token that signs a user name (protocol.md 2.2). */
    public static String password(String userName) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(userName.getBytes(UTF_8))) + ";hmacsha256";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM lacks HmacSHA256", e);
        }
    }
}
