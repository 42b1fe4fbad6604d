package org.probity.policy.event;

import org.probity.id.AimCode;

/** One aim of a body, in its own words. */
public record Aim(AimCode code, String text) {}
