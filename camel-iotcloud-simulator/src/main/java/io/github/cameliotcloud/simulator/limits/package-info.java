/** Limits of the cloud and what it does about messages that break them; part of the simulator's public API. */
package io.github.cameliotcloud.simulator.limits;
