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
package io.github.cameliotcloud.secrets;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

/** Reads what Camel shows through JMX. */
public final class ManagedBeans {

    private static final Pattern READS = Pattern.compile("(dump|get|list|browse|explain|information|is|has|show).*");
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

    private ManagedBeans() {}

    /** Takes down all attributes, and what all operations answer that only read and take nothing or flags. */
    public static void readInto(Evidence evidence) throws JMException {
        for (ObjectName name : SERVER.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            evidence.add("jmx name", name);
            for (MBeanAttributeInfo attribute : SERVER.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    take(evidence, name, attribute.getName(), () -> SERVER.getAttribute(name, attribute.getName()));
                }
            }
            for (MBeanOperationInfo operation : SERVER.getMBeanInfo(name).getOperations()) {
                if (READS.matcher(operation.getName()).matches()) {
                    invoke(evidence, name, operation);
                }
            }
        }
    }

    private static void invoke(Evidence evidence, ObjectName name, MBeanOperationInfo operation) {
        String[] types = Arrays.stream(operation.getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
        if (!List.of("boolean").containsAll(Arrays.asList(types))) {
            return;
        }
        IntStream.range(0, 1 << types.length).forEach(flags -> {
            Object[] arguments = IntStream.range(0, types.length)
                    .mapToObj(i -> (flags & 1 << i) != 0)
                    .toArray();
            take(
                    evidence,
                    name,
                    operation.getName() + Arrays.toString(arguments),
                    () -> SERVER.invoke(name, operation.getName(), arguments, types));
        });
    }

    private static void take(Evidence evidence, ObjectName name, String member, Reading reading) {
        String place = "jmx " + name.getKeyProperty("type") + "." + member;
        try {
            Object value = reading.read();
            evidence.add(place, value instanceof Object[] array ? Arrays.deepToString(array) : value);
        } catch (JMException | RuntimeMBeanException e) {
            evidence.add(place, e); // what cannot be read says why
        }
    }

    private interface Reading {
        Object read() throws JMException;
    }
}
