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
package io.github.cameliotcloud.chaos;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of a class are alive. */
public final class ClassHistogram {

    private static final Pattern OURS = Pattern.compile(
            "(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(io\\.github\\.cameliotcloud\\.(?!simulator|chaos|testing|infra)\\S+)");

    private ClassHistogram() {}

    /** Collects garbage, then counts. */
    static Map<String, Integer> ofOurClasses() throws JMException {
        Map<String, Integer> ours = new TreeMap<>();
        Matcher line = OURS.matcher(ofAllClasses());
        while (line.find()) {
            ours.put(line.group(2), Integer.parseInt(line.group(1)));
        }
        return ours;
    }

    /** Collects garbage, then counts the objects of exactly this class. */
    public static int count(Class<?> type) throws JMException {
        Matcher line = Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+" + Pattern.quote(type.getName()) + "( |$)")
                .matcher(ofAllClasses());
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    private static String ofAllClasses() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }

    /** @return the classes with more objects than before, and how many more */
    static Map<String, Integer> growth(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> growth = new TreeMap<>();
        after.forEach((name, count) -> {
            if (count > before.getOrDefault(name, 0)) {
                growth.put(name, count - before.getOrDefault(name, 0));
            }
        });
        return growth;
    }
}
