package org.probity.benchmarks;

/**
 * What was measured.
 *
 * @param value median of the subject, in {@code unit}
 * @param peerValue median of what it was measured beside, in the same unit
 * @param ratio median of the rounds' ratios of the two
 */
record Result(String name, double value, String unit, String peer, double peerValue, double ratio) {}
