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
package io.github.cameliotcloud.examples.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param broker  address of a cloud or broker, null for the simulator
 * @param product product ID at that cloud, null with the simulator
 * @param device  device at that cloud, null with the simulator
 * @param secret  its secret, null with the simulator
 * @param deltas  how many deltas to end after
 */
record QuickstartOptions(String broker, String product, String device, String secret, int deltas) {

    static final String USAGE = """
            Usage: quickstart [--deltas N] [--broker URL --product ID --device NAME]
              --deltas N      end after N deltas, 1 to 10000 (default 12)
              --broker URL    a real cloud instead of the simulator, such as tcp://PRODUCT.iotcloud.tencentdevices.com:1883
              --product ID    product ID at that cloud
              --device NAME   device name at that cloud
            The secret of that device is read from the environment variable IOTCLOUD_DEVICE_SECRET.""";

    private static final Set<String> KNOWN = Set.of("--deltas", "--broker", "--product", "--device");

    /** @throws IllegalArgumentException with one sentence that says what to change */
    static QuickstartOptions parse(List<String> args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!KNOWN.contains(args.get(i))) {
                throw new IllegalArgumentException("unknown option " + args.get(i) + "\n" + USAGE);
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(args.get(i) + " needs a value");
            }
            given.put(args.get(i), args.get(i + 1));
        }
        String secret = environment.get("IOTCLOUD_DEVICE_SECRET");
        if (given.containsKey("--broker")
                && (!given.containsKey("--product") || !given.containsKey("--device") || secret == null)) {
            throw new IllegalArgumentException(
                    "--broker needs --product, --device and the environment variable IOTCLOUD_DEVICE_SECRET as well");
        }
        return new QuickstartOptions(
                given.get("--broker"),
                given.get("--product"),
                given.get("--device"),
                secret,
                deltas(given.getOrDefault("--deltas", "12")));
    }

    boolean simulated() {
        return broker == null;
    }

    private static int deltas(String text) {
        if (!text.matches("[1-9][0-9]{0,3}|10000")) {
            throw new IllegalArgumentException("--deltas " + text + ": use a number from 1 to 10000");
        }
        return Integer.parseInt(text);
    }
}
