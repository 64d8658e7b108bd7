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
package io.github.cameliotcloud;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * The command line of {@link SignCommand}. No message quotes an argument: each may be the secret in the wrong place.
 *
 * @param device the device to sign for
 * @param secret its secret, or {@code -} for standard input; empty when the environment has it
 * @param method the HMAC
 * @param connid connection id; empty for a random one
 * @param expiry seconds since 1970-01-01 UTC; empty for the usual validity from now
 */
record SignArguments(
        DeviceIdentity device,
        Optional<String> secret,
        SignMethod method,
        Optional<String> connid,
        OptionalLong expiry) {

    static final String USAGE = String.join(
            System.lineSeparator(),
            "Prints client id, user name and password for one MQTT CONNECT of a device with a key.",
            "Arguments: PRODUCT DEVICE [SECRET] [options]",
            "  SECRET         the device secret as shown in the console, or - for the first line of",
            "                 standard input; without it the environment variable IOTCLOUD_DEVICE_SECRET",
            "  --method NAME  hmacsha256 (default) or hmacsha1",
            "  --connid TEXT  up to 64 letters and digits, default 5 random ones",
            "  --expiry N     end of validity in seconds since 1970-01-01 UTC, default in an hour",
            "  --help         print this");

    private static final Pattern CONNID = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern EXPIRY = Pattern.compile("[0-9]{1,18}");

    /** @throws IllegalArgumentException with one sentence for the user */
    static SignArguments parse(String... args) {
        List<String> positional = new ArrayList<>();
        SignMethod method = SignMethod.HMACSHA256;
        Optional<String> connid = Optional.empty();
        OptionalLong expiry = OptionalLong.empty();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--method" -> method = method(value(argument, rest));
                case "--connid" ->
                    connid = Optional.of(
                            checked(argument, rest, CONNID, "use up to 64 letters and digits, or leave it out"));
                case "--expiry" ->
                    expiry = OptionalLong.of(Long.parseLong(
                            checked(argument, rest, EXPIRY, "use seconds since 1970-01-01 UTC, such as 1700003600")));
                default -> positional.add(positional(argument));
            }
        }
        if (positional.size() < 2 || positional.size() > 3) {
            throw new IllegalArgumentException(
                    "Give PRODUCT, DEVICE and perhaps SECRET, which makes 2 or 3 arguments and not " + positional.size()
                            + ", try --help.");
        }
        return new SignArguments(
                identity(positional.get(0), positional.get(1)),
                positional.stream().skip(2).findFirst(),
                method,
                connid,
                expiry);
    }

    /** @return the device alone */
    @Override
    public String toString() {
        return "SignArguments[" + device + "]";
    }

    private static String positional(String argument) {
        if (argument.startsWith("--")) {
            throw new IllegalArgumentException(
                    "Unknown option: use --method, --connid, --expiry or --help, with a blank between option and value.");
        }
        return argument;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Option " + option + " needs a value, try --help.");
        }
        return rest.next();
    }

    private static String checked(String option, Iterator<String> rest, Pattern allowed, String remedy) {
        String value = value(option, rest);
        if (!allowed.matcher(value).matches()) {
            throw InvalidOptionException.secret(option, remedy);
        }
        return value;
    }

    private static SignMethod method(String name) {
        return Stream.of(SignMethod.values())
                .filter(method -> method.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidOptionException.secret("--method", "use hmacsha256 or hmacsha1"));
    }

    private static DeviceIdentity identity(String product, String device) {
        try {
            return new DeviceIdentity(product, device);
        } catch (InvalidOptionException e) {
            throw new IllegalArgumentException(e.option().toUpperCase(Locale.ROOT)
                    + " cannot be right: give PRODUCT, DEVICE and SECRET in this order, as shown in the console.");
        }
    }
}
