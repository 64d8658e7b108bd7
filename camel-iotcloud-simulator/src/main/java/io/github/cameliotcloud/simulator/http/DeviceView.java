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
package io.github.cameliotcloud.simulator.http;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.cameliotcloud.simulator.device.Device;
import io.github.cameliotcloud.simulator.device.DevicePresence;
import io.github.cameliotcloud.simulator.device.DeviceSecret;

/**
 * A device as the cloud API shows it, times in seconds. What the simulator does not have, such as firmware, is empty or 0,
 * and so are times of what has not happened.
 */
final class DeviceView {

    private DeviceView() {}

    static ObjectNode of(Device device, DevicePresence presence) {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("DeviceName", device.identity().device())
                .put("Online", presence.online() ? 1 : 0)
                .put("LoginTime", seconds(presence.lastLogin()))
                .put("FirstOnlineTime", seconds(presence.firstLogin()))
                .put("LastOfflineTime", seconds(presence.lastLogout()))
                .put("CreateTime", presence.created().getEpochSecond())
                .put("LastUpdateTime", presence.created().getEpochSecond())
                .put("EnableState", device.enabled() ? 1 : 0)
                .put("DevicePsk", device.secret().map(DeviceSecret::toBase64).orElse(""))
                .put("DeviceCert", "")
                .put("CertState", presence.firstLogin().isPresent() ? 1 : 0);
        absent(view);
        return view;
    }

    private static void absent(ObjectNode view) {
        view.put("Version", "")
                .put("DeviceType", 0)
                .put("LogLevel", 0)
                .put("ConnIP", 0)
                .put("ClientIP", "")
                .put("Isp", 0)
                .put("Imei", "")
                .put("NbiotDeviceID", "")
                .put("NBIoTDeviceID", "")
                .put("LoraDevEui", "")
                .put("LoraMoteType", 0)
                .put("FirmwareUpdateTime", 0)
                .put("CreateUserId", 0);
        view.putArray("Tags");
        view.putArray("Labels");
    }

    private static long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(0L);
    }
}
