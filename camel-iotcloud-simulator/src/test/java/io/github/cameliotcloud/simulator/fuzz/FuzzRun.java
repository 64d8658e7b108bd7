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
package io.github.cameliotcloud.simulator.fuzz;

import java.util.Optional;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.ParameterResolutionContext;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.ResolveParameterHook;
import net.jqwik.api.lifecycle.Store;

/**
 * Takes the number of tries from the system property {@code fuzz.tries}, and the seed from {@code fuzz.seed} where there is
 * one; prints one line about the outcome. Gives properties their {@link Tally}.
 */
final class FuzzRun implements AroundPropertyHook, ResolveParameterHook {

    private static final int DEFAULT_TRIES = 10_000;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Fuzz fuzz = context.targetMethod().getAnnotation(Fuzz.class);
        PropertyAttributes attributes = context.attributes();
        attributes.setTries(Math.max(1, Integer.getInteger("fuzz.tries", DEFAULT_TRIES) / fuzz.divisor()));
        Optional.ofNullable(System.getProperty("fuzz.seed")).ifPresent(attributes::setSeed);
        PropertyExecutionResult result = property.execute();
        System.out.printf(
                "fuzz: %d %s, %s%d crashes (seed %s)%n",
                result.countTries(),
                fuzz.value(),
                tally().get(),
                result.status() == Status.SUCCESSFUL ? 0 : 1,
                result.seed().orElse("unknown"));
        return result;
    }

    @Override
    public Optional<ParameterSupplier> resolve(ParameterResolutionContext parameter, LifecycleContext context) {
        return parameter.typeUsage().isOfType(Tally.class) ? Optional.of(request -> tally().get()) : Optional.empty();
    }

    private static Store<Tally> tally() {
        return Store.getOrCreate(FuzzRun.class, Lifespan.PROPERTY, Tally::new);
    }
}
