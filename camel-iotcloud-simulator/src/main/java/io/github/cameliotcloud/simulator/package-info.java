/**
 * A simulator of Tencent Cloud IoT Hub: start it with
 * {@link io.github.cameliotcloud.simulator.IotCloudSimulator#builder()}. This package,
 * {@link io.github.cameliotcloud.simulator.certificate}, {@link io.github.cameliotcloud.simulator.limits} and
 * {@code io.github.cameliotcloud.simulator.junit5} are the public
 * API; the other sub-packages are internal.
 */
package io.github.cameliotcloud.simulator;
