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

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.cameliotcloud.error.InvalidOptionException;

/** Reads a private key from PEM text: PKCS#8 and, since the console gives out such keys, PKCS#1 for RSA. */
public final class PemPrivateKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    // PKCS#8 in front of a PKCS#1 key: version 0, algorithm rsaEncryption without parameters (RFC 5208, RFC 8017)
    private static final byte[] RSA_HEADER = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private PemPrivateKey() {}

    /**
     * @param option name of the option that the text comes from, for messages
     * @param pem    a {@code PRIVATE KEY} or {@code RSA PRIVATE KEY} block; other text around it is ignored
     * @return the key
     * @throws InvalidOptionException when there is no such key; the message never quotes the text
     */
    public static PrivateKey parse(String option, String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw InvalidOptionException.secret(
                    option,
                    pem.contains("ENCRYPTED")
                            ? "holds an encrypted private key: " + convert()
                            : "holds no private key: it must be a PEM file with a line -----BEGIN PRIVATE KEY-----");
        }
        return switch (block.group(1)) {
            case "PRIVATE KEY" -> pkcs8(option, decoded(option, block.group(2)));
            case "RSA PRIVATE KEY" -> pkcs8(option, wrapped(decoded(option, block.group(2))));
            default ->
                throw InvalidOptionException.secret(
                        option, "holds a private key of the kind " + block.group(1) + ": " + convert());
        };
    }

    private static String convert() {
        return "convert it with openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW";
    }

    private static byte[] decoded(String option, String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable(option); // the cause may quote the key
        }
    }

    private static PrivateKey pkcs8(String option, byte[] encoded) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException e) {
                // a key of another algorithm
            }
        }
        throw unreadable(option);
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_HEADER);
        content.writeBytes(der(OCTET_STRING, pkcs1));
        return der(SEQUENCE, content.toByteArray());
    }

    private static byte[] der(int tag, byte[] value) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        encoded.write(tag);
        if (value.length < 0x80) {
            encoded.write(value.length);
        } else if (value.length < 0x100) {
            encoded.write(0x81);
            encoded.write(value.length);
        } else {
            encoded.write(0x82);
            encoded.write(value.length >> 8);
            encoded.write(value.length);
        }
        encoded.writeBytes(value);
        return encoded.toByteArray();
    }

    private static InvalidOptionException unreadable(String option) {
        return InvalidOptionException.secret(
                option, "holds a private key that cannot be read: copy the PEM file again, whole and unchanged");
    }
}
