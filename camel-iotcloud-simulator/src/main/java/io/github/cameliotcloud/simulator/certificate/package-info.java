/** Throw-away certificates for tests and laptops; part of the simulator's public API. */
package io.github.cameliotcloud.simulator.certificate;
