/**
 * Measurements of the event store beside its peers: in the same run, on the same database with the same durability, in
 * alternating order. Nothing here is asserted; the numbers are reported with what they were measured beside.
 */
@NullMarked
package org.probity.benchmarks;

import org.jspecify.annotations.NullMarked;
