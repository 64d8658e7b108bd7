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

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.StatisticsReport;

/** A property that holds for any input; tried as often as {@link FuzzRun} says. */
@Property(generation = GenerationMode.RANDOMIZED)
@Tag("fuzz")
@AddLifecycleHook(FuzzRun.class)
@StatisticsReport(onFailureOnly = true)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Fuzz {

    /** What is made up, in plural, for the report. */
    String value();
}
