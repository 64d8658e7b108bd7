/**
 * A simulator of Tencent Cloud IoT Hub: start it with
 * {@link io.github.cameliotcloud.simulator.IotCloudSimulator#builder()}. This package,
 * {@link io.github.cameliotcloud.simulator.certificate} and {@link io.github.cameliotcloud.simulator.limits} are the public
 * API; the other sub-packages are internal.
 */
package io.github.cameliotcloud.simulator;
