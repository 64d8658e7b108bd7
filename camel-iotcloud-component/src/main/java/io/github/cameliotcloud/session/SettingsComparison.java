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
package io.github.cameliotcloud.session;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names what differs between two settings, so that a user sees which option to change. */
final class SettingsComparison {

    private SettingsComparison() {}

    /** @return one {@code name (this / that)} for each leaf component that differs */
    static List<String> differences(Record one, Record other) {
        List<String> found = new ArrayList<>();
        collect(one, other, found);
        return found;
    }

    private static void collect(Record one, Record other, List<String> found) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object left = valueOf(component, one);
            Object right = valueOf(component, other);
            if (left instanceof Record l
                    && right instanceof Record r
                    && l.getClass() == r.getClass()
                    && hasOptions(l)) {
                collect(l, r, found);
            } else if (!Objects.equals(left, right)) {
                found.add(component.getName() + " (" + left + " / " + right + ")");
            }
        }
    }

    /** An address is shown whole; credentials are taken apart into the options they were made of. */
    private static boolean hasOptions(Record value) {
        return !(value instanceof BrokerAddress);
    }

    private static Object valueOf(RecordComponent component, Record owner) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // the TLS settings are records that are not public
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
