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
package io.github.cameliotcloud.fuzz;

import java.util.Optional;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Takes tries and seed of a property from {@link FuzzSize}; prints one line about the outcome. */
final class FuzzRun implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        attributes.setTries(FuzzSize.tries());
        Optional.ofNullable(FuzzSize.seed()).map(String::valueOf).ifPresent(attributes::setSeed);
        PropertyExecutionResult result = property.execute();
        System.out.printf(
                "fuzz: %d %s, %d crashes (seed %s)%n",
                result.countTries(),
                context.targetMethod().getAnnotation(Fuzz.class).value(),
                result.status() == Status.SUCCESSFUL ? 0 : 1,
                result.seed().orElse("unknown"));
        return result;
    }
}
