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

import java.util.regex.Pattern;

import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.error.InvalidOptionException;

/** Refuses options that cannot work, before anything is started. Each message names option, value and remedy. */
final class OptionChecks {

    static final String QOS_RULE = "this cloud has QoS 0 and 1 only; use 1 for at least once";

    private static final DeviceIdentity ANY_DEVICE = new DeviceIdentity("product", "device");
    private static final int MAX_KEEP_ALIVE_SECONDS = 900;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");

    private OptionChecks() {}

    /** @throws InvalidOptionException for the first option that is wrong */
    static void check(Channel channel, IotCloudConfiguration options, TlsOptions tls) {
        DeviceIdentity device =
                options.getFleet() == null ? new DeviceIdentity(options.getProduct(), options.getDevice()) : ANY_DEVICE;
        tls.check();
        ShardChecks.check(options);
        if (options.getFleet() != null) {
            FleetChecks.check(options, tls);
        } else if (!tls.isCertificateDevice()
                && (options.getDeviceSecret() != null || options.getSecretResolver() == null)) {
            DeviceSecret.parse(options.getDeviceSecret());
        }
        if (!DIGITS.matcher(String.valueOf(options.getSdkAppId())).matches()) {
            throw new InvalidOptionException("sdkAppId", options.getSdkAppId(), "use digits only, or leave it out");
        }
        if (!isQos(options.getQos())) {
            throw new InvalidOptionException("qos", options.getQos(), QOS_RULE);
        }
        checkRange("keepAlive", options.getKeepAlive(), 0, MAX_KEEP_ALIVE_SECONDS, "seconds, as the cloud accepts");
        checkRange("signatureTtl", options.getSignatureTtl(), 1000, Long.MAX_VALUE, "ms");
        checkRange("connectTimeout", options.getConnectTimeout(), 1, Integer.MAX_VALUE, "ms");
        checkRange("requestTimeout", options.getRequestTimeout(), 1, Integer.MAX_VALUE, "ms");
        checkRange("reconnectDelay", options.getReconnectDelay(), 1, Integer.MAX_VALUE, "ms");
        checkRange("maxReconnectDelay", options.getMaxReconnectDelay(), 1, Integer.MAX_VALUE, "ms");
        checkRange("maxInFlight", options.getMaxInFlight(), 1, 1000, "exchanges");
        checkRange("idleTimeout", options.getIdleTimeout(), 0, Integer.MAX_VALUE, "ms, 0 for never");
        checkRange("minConnected", options.getMinConnected(), 0, 100, "percent");
        checkRange("maxPublishRate", options.getMaxPublishRate(), 0, 1000, "messages per second, 0 for no limit");
        TopicNames.check(channel, device, options.getName());
        if (options.getOnFailure() == FailureAction.REDELIVER && (options.isCleanSession() || options.getQos() == 0)) {
            throw new InvalidOptionException(
                    "onFailure",
                    "redeliver",
                    "the cloud only delivers again with cleanSession=false and qos=1; set both");
        }
    }

    static boolean isQos(int qos) {
        return qos == 0 || qos == 1;
    }

    private static void checkRange(String option, long value, long least, long most, String unit) {
        if (value < least || value > most) {
            throw new InvalidOptionException(
                    option,
                    value,
                    most >= Integer.MAX_VALUE
                            ? "use at least " + least + " " + unit
                            : "use " + least + " to " + most + " " + unit);
        }
    }
}
