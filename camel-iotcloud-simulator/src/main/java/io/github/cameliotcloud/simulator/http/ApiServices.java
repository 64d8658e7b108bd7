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

import java.util.function.Supplier;

import io.github.cameliotcloud.simulator.application.BroadcastService;
import io.github.cameliotcloud.simulator.application.DeviceGateway;
import io.github.cameliotcloud.simulator.application.DeviceRegistry;
import io.github.cameliotcloud.simulator.application.MessageService;
import io.github.cameliotcloud.simulator.application.RrpcService;
import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.device.DeviceDirectory;
import io.github.cameliotcloud.simulator.shadow.ShadowService;

/**
 * What the actions of the cloud API call.
 *
 * @param authority signs the certificates of new devices; asked on a worker thread, when it is needed first
 */
public record ApiServices(
        DeviceDirectory devices,
        ShadowService shadows,
        DeviceGateway gateway,
        DeviceRegistry registry,
        MessageService messages,
        BroadcastService broadcasts,
        RrpcService rrpc,
        Supplier<CertificateAuthority> authority) {}
