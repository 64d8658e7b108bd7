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
package io.github.cameliotcloud.simulator.limits;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What the cloud allows, and what it does about the rest (protocol.md 2.5 to 2.7, 3). Immutable; begin with a profile and
 * change single values: {@code Limits.editionA().with(Limit.UPLINK_PER_SECOND, 5)}.
 *
 * @param values the numbers; a missing one is that of {@link #relaxed}
 * @param reactions to messages that break a rule; a missing one is the usual one
 * @param connackCodes 1 to 5, or 0 to close without an answer; a missing one is the usual one
 * @param switches those that are on
 */
public record Limits(
        Map<Limit, Integer> values,
        Map<Violation, Reaction> reactions,
        Map<ConnectRefusal, Integer> connackCodes,
        Set<Switch> switches) {

    /** The value of a limit that is none. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int MAX_CONNACK_CODE = 5;

    /** @throws IllegalArgumentException when a value is out of its range, or a reaction is not possible */
    public Limits {
        values = complete(Limit.class, values, Limit::relaxed);
        values.forEach(Limit::require);
        reactions = complete(Violation.class, reactions, Violation::usualReaction);
        reactions.forEach(Violation::require);
        connackCodes = complete(ConnectRefusal.class, connackCodes, ConnectRefusal::usualCode);
        connackCodes.values().forEach(Limits::requireCode);
        switches = Collections.unmodifiableSet(
                switches.isEmpty() ? EnumSet.noneOf(Switch.class) : EnumSet.copyOf(switches));
    }

    /**
     * The default, for tests that shall be fast: sizes, topics, keep-alive and sessions as in {@link #editionA}, but no
     * rates, no pause between CONNECTs and none between stored messages.
     */
    public static Limits relaxed() {
        return profile(Limit::relaxed);
    }

    /** The limits page that is usually quoted, and the international one (protocol.md 3.2, column A). */
    public static Limits editionA() {
        return profile(Limit::editionA);
    }

    /** The live Chinese limits page, which is tighter (protocol.md 3.2, column L). */
    public static Limits editionL() {
        return profile(Limit::editionL);
    }

    /**
     * A profile by its name, for configuration files and the like.
     *
     * @param name {@code relaxed}, {@code editionA} or {@code editionL}
     */
    public static Limits named(String name) {
        return switch (name) {
            case "relaxed" -> relaxed();
            case "editionA" -> editionA();
            case "editionL" -> editionL();
            default -> throw new IllegalArgumentException("The limits are relaxed, editionA or editionL, not " + name);
        };
    }

    private static Limits profile(ToIntFunction<Limit> value) {
        Map<Limit, Integer> values = new EnumMap<>(Limit.class);
        Arrays.stream(Limit.values()).forEach(limit -> values.put(limit, value.applyAsInt(limit)));
        return new Limits(values, Map.of(), Map.of(), Set.of());
    }

    /**
     * @param value in the unit that the limit's name says, or {@link #UNLIMITED}
     * @throws IllegalArgumentException when the value is out of range
     */
    public Limits with(Limit limit, int value) {
        return new Limits(replaced(values, limit, value), reactions, connackCodes, switches);
    }

    /** @throws IllegalArgumentException when the reaction makes no sense, such as a PUBACK for QoS 2 */
    public Limits with(Violation violation, Reaction reaction) {
        return new Limits(values, replaced(reactions, violation, reaction), connackCodes, switches);
    }

    /**
     * @param connackCode 1 to 5, or 0 to close the connection without an answer
     * @throws IllegalArgumentException when it is another number
     */
    public Limits with(ConnectRefusal refusal, int connackCode) {
        return new Limits(values, reactions, replaced(connackCodes, refusal, connackCode), switches);
    }

    /** Switches a behaviour on. */
    public Limits with(Switch behaviour) {
        Set<Switch> more = EnumSet.of(behaviour);
        more.addAll(switches);
        return new Limits(values, reactions, connackCodes, more);
    }

    /** Switches a behaviour off. */
    public Limits without(Switch behaviour) {
        Set<Switch> fewer = EnumSet.noneOf(Switch.class);
        fewer.addAll(switches);
        fewer.remove(behaviour);
        return new Limits(values, reactions, connackCodes, fewer);
    }

    public int get(Limit limit) {
        return values.get(limit);
    }

    public Reaction reactionTo(Violation violation) {
        return reactions.get(violation);
    }

    /** 1 to 5, or 0 to close the connection without an answer. */
    public int connackCode(ConnectRefusal refusal) {
        return connackCodes.get(refusal);
    }

    public boolean has(Switch behaviour) {
        return switches.contains(behaviour);
    }

    private static void requireCode(int code) {
        if (code < 0 || code > MAX_CONNACK_CODE) {
            throw new IllegalArgumentException("A CONNACK code is 1 to 5, or 0 for no answer, not " + code);
        }
    }

    private static <K extends Enum<K>, V> Map<K, V> complete(Class<K> type, Map<K, V> given, Function<K, V> usual) {
        Map<K, V> all = new EnumMap<>(type);
        for (K key : type.getEnumConstants()) {
            all.put(key, given.getOrDefault(key, usual.apply(key)));
        }
        return Collections.unmodifiableMap(all);
    }

    private static <K extends Enum<K>, V> Map<K, V> replaced(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new EnumMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
