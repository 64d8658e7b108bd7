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
package io.github.cameliotcloud.springboot.options;

import java.util.Set;

import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import io.github.cameliotcloud.springboot.IotCloudComponentConfiguration;

/** Fails when properties of the component are left over that belong to no option; leaves other properties alone. */
final class UnknownOptionsHandler extends AbstractBindHandler {

    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.iotcloud");

    private final BindHandler bookkeeper = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true);

    UnknownOptionsHandler(BindHandler parent) {
        super(parent);
    }

    @Override
    public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        if (isOurs(name)) {
            bookkeeper.onStart(name, target, context);
        }
        return super.onStart(name, target, context);
    }

    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        if (isOurs(name)) {
            bookkeeper.onSuccess(name, target, context, result);
        }
        return super.onSuccess(name, target, context, result);
    }

    @Override
    public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result)
            throws Exception {
        super.onFinish(name, target, context, result);
        if (!PREFIX.equals(name) || target.getType().resolve() != IotCloudComponentConfiguration.class) {
            return;
        }
        try {
            bookkeeper.onFinish(name, target, context, result);
        } catch (UnboundConfigurationPropertiesException e) {
            failIfUnknown(e.getUnboundProperties());
        }
    }

    private static void failIfUnknown(Set<ConfigurationProperty> leftOver) {
        OptionNames options = new OptionNames(PREFIX.toString());
        for (ConfigurationProperty property : leftOver) {
            if (options.contains(property.getName())) { // left over, because its value could not become a bean
                throw UnknownOptionException.noBean(property);
            }
            if (!options.isSpelledForEnvironment(property)) {
                throw UnknownOptionException.mistyped(property, options.nearest(property.getName()));
            }
        }
    }

    private static boolean isOurs(ConfigurationPropertyName name) {
        return PREFIX.equals(name) || PREFIX.isAncestorOf(name);
    }
}
