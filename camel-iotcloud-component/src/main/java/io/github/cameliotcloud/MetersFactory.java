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

import io.github.cameliotcloud.session.SessionRegistry;

/** Chooses what measures the component: Micrometer, where it and a registry are there. */
final class MetersFactory {

    private MetersFactory() {}

    static Meters create(CamelContext context, SessionRegistry sessions) {
        return isMicrometerPresent(context) ? MicrometerMeters.find(context, sessions) : Meters.NONE;
    }

    private static boolean isMicrometerPresent(CamelContext context) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
    }
}
