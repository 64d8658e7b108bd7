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
package io.github.cameliotcloud.simulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a simulator: on a class one for the class, its nested classes included; on a test method one for the method.
 * Constructors and methods may have a parameter of type {@code IotCloudSimulator}. A simulator with more than devices is a
 * field, see {@link IotCloudSimulatorExtension#of}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(IotCloudSimulatorExtension.class)
public @interface IotCloudSimulatorTest {

    /** The devices that may connect, each {@code PRODUCT/DEVICE}; {@code secrets()} of the simulator tells their secrets. */
    String[] devices() default {};
}
