/**
 * A simulator of Tencent Cloud IoT Hub: start it with
 * {@link io.github.cameliotcloud.simulator.IotCloudSimulator#builder()}. This package is the public API; its
 * sub-packages are internal.
 */
package io.github.cameliotcloud.simulator;
