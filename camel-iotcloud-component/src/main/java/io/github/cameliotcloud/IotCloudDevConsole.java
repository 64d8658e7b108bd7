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
package io.github.cameliotcloud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;

import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionStatus;

/** Shows the session of each device that routes use: state, subscriptions, last error. Holds no secret. */
@DevConsole(
        name = "iotcloud",
        displayName = "Tencent IoT Cloud",
        description = "Sessions of devices, their state, subscriptions and last error")
public final class IotCloudDevConsole extends AbstractDevConsole {

    public IotCloudDevConsole() {
        super(
                "camel",
                "iotcloud",
                "Tencent IoT Cloud",
                "Sessions of devices, their state, subscriptions and last error");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return sessions().stream().map(IotCloudDevConsole::text).collect(Collectors.joining("\n"));
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonArray all = new JsonArray();
        sessions().forEach(session -> all.add(json(session)));
        JsonObject root = new JsonObject();
        root.put("sessions", all);
        return root;
    }

    private List<DeviceSession> sessions() {
        List<DeviceSession> all = new ArrayList<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof IotCloudComponent component) {
                all.addAll(component.sessions().sessions());
            }
        }
        all.sort(Comparator.comparing(session -> session.identity().toString()));
        return all;
    }

    private static String text(DeviceSession session) {
        SessionStatus status = session.status();
        return """
                Device: %s
                    State: %s since %s
                    Connection attempts: %d
                    Subscriptions: %s
                    Last error: %s
                """.formatted(
                        session.identity(),
                        status.state(),
                        status.since(),
                        status.attempts(),
                        session.filters().isEmpty() ? "none" : String.join(", ", session.filters()),
                        status.lastError() == null ? "none" : status.lastError().getMessage());
    }

    private static JsonObject json(DeviceSession session) {
        SessionStatus status = session.status();
        JsonObject json = new JsonObject();
        json.put("product", session.identity().product());
        json.put("device", session.identity().device());
        json.put("state", status.state().name());
        json.put("since", status.since().toString());
        json.put("attempts", status.attempts());
        json.put("subscriptions", new JsonArray(session.filters()));
        if (status.lastError() != null) {
            json.put("lastError", status.lastError().getMessage());
        }
        return json;
    }
}
