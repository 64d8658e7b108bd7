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

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Makes Camel mask our secrets in its summary of {@code camel.component.iotcloud.*}, which it logs at start: without this
 * it knows the secret options of its own components only. As it looks for an option's name inside of these keywords, it
 * masks {@code device} too.
 */
final class SensitiveOptions {

    private static final String NAMES = "deviceSecret,devicePrivateKey";

    private SensitiveOptions() {}

    static void maskIn(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        String others = extension.getAdditionalSensitiveKeywords();
        if (others == null) {
            extension.setAdditionalSensitiveKeywords(NAMES);
        } else if (!others.contains(NAMES)) {
            extension.setAdditionalSensitiveKeywords(others + "," + NAMES);
        }
    }
}
