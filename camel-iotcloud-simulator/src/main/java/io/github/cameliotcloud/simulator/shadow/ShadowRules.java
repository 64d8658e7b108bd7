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
package io.github.cameliotcloud.simulator.shadow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the shadow service behaves where the real one is unknown, and its limits (protocol.md 3.2, 5). Immutable; each
 * {@code with...} method returns a changed copy.
 *
 * <pre>{@code ShadowRules.DEFAULT.with(ShadowSwitch.NESTED_OBJECTS_REPLACED).withMaxBytes(8 * 1024)}</pre>
 *
 * @param switches the points where the service takes the alternative
 * @param maxBytes the most bytes of {@code reported} and {@code desired} as compact JSON; 16,384 by default (5.1,
 *     documented; 8 KB in older pages). More is answered with 5006
 * @param maxDepth the most levels of objects; 5 by default (5.1, documented; one error text says 6). More is answered
 *     with 5002
 * @param maxAttributes the most leaves of {@code reported} and {@code desired} together; no limit by default (3.2,
 *     documented). How the cloud counts and answers is unknown: a nested object counts by its leaves, an array or an
 *     empty object as one, and more is answered with 5006
 */
public record ShadowRules(Set<ShadowSwitch> switches, int maxBytes, int maxDepth, int maxAttributes) {

    /** The usual behaviour, with the limits of edition A (protocol.md 3.2). */
    public static final ShadowRules DEFAULT = new ShadowRules(Set.of(), 16 * 1024, 5, Integer.MAX_VALUE);

    /** The usual behaviour with the limits of the live page, edition L: 20 attributes (protocol.md 3.2). */
    public static final ShadowRules LIVE_PAGE = DEFAULT.withMaxAttributes(20);

    /** @throws IllegalArgumentException when a limit is below 1 */
    public ShadowRules {
        switches = Set.copyOf(switches);
        requirePositive("maxBytes", maxBytes);
        requirePositive("maxDepth", maxDepth);
        requirePositive("maxAttributes", maxAttributes);
    }

    /**
     * Rules by their name, for configuration files and the like.
     *
     * @param name {@code default} or {@code livePage}
     */
    public static ShadowRules named(String name) {
        return switch (name) {
            case "default" -> DEFAULT;
            case "livePage" -> LIVE_PAGE;
            default -> throw new IllegalArgumentException("The shadow rules are default or livePage, not " + name);
        };
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The shadow rule " + name + " must be 1 or more: " + value);
        }
    }

    /** Takes the alternatives of these switches, besides those of before. */
    public ShadowRules with(ShadowSwitch... alternatives) {
        Set<ShadowSwitch> all = EnumSet.noneOf(ShadowSwitch.class);
        all.addAll(switches);
        all.addAll(List.of(alternatives));
        return new ShadowRules(all, maxBytes, maxDepth, maxAttributes);
    }

    /** @param bytes 1 or more */
    public ShadowRules withMaxBytes(int bytes) {
        return new ShadowRules(switches, bytes, maxDepth, maxAttributes);
    }

    /** @param levels 1 or more */
    public ShadowRules withMaxDepth(int levels) {
        return new ShadowRules(switches, maxBytes, levels, maxAttributes);
    }

    /** @param leaves 1 or more; {@link Integer#MAX_VALUE} for no limit */
    public ShadowRules withMaxAttributes(int leaves) {
        return new ShadowRules(switches, maxBytes, maxDepth, leaves);
    }

    /** Whether the service takes the alternative. */
    public boolean has(ShadowSwitch alternative) {
        return switches.contains(alternative);
    }
}
