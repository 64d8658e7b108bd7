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

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionState;
import io.github.cameliotcloud.session.SessionStatus;

/** Readiness of a consumer or producer: its session is connected, and the cloud has granted what it subscribed to. */
final class IotCloudHealthCheck extends AbstractHealthCheck {

    private final DeviceMember member;

    /**
     * @param id     unique in the Camel context
     * @param member the use of the device
     */
    IotCloudHealthCheck(String id, DeviceMember member) {
        super("camel", id);
        this.member = member;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        DeviceSession session = member.session();
        SessionStatus status = session.status();
        builder.detail("iotcloud.product", session.identity().product());
        builder.detail("iotcloud.device", session.identity().device());
        builder.detail("iotcloud.state", status.state().name());
        builder.detail("iotcloud.since", status.since().toString());
        builder.detail("iotcloud.attempts", status.attempts());
        if (status.state() != SessionState.CONNECTED) {
            builder.message("Device " + session.identity() + " is not connected (" + status.state() + " since "
                            + status.since() + ")")
                    .error(status.lastError())
                    .down();
        } else if (!member.isGranted()) {
            builder.message("Device " + session.identity()
                            + " is connected, but the cloud has not granted a subscription")
                    .down();
        } else {
            builder.up();
        }
        if (status.lastError() != null) {
            builder.detail(
                    "iotcloud.lastError", String.valueOf(status.lastError().getMessage()));
        }
    }
}
