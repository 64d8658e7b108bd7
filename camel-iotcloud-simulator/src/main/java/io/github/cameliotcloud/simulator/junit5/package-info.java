/**
 * The simulator in JUnit 5 tests: {@link io.github.cameliotcloud.simulator.junit5.IotCloudSimulatorExtension} starts and
 * closes it, {@link io.github.cameliotcloud.simulator.junit5.DeviceAssert} waits for what devices shall do. Needs
 * {@code junit-jupiter-api}, {@code assertj-core} and {@code awaitility}, which the artifact does not bring.
 */
package io.github.cameliotcloud.simulator.junit5;
