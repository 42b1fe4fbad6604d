/**
 * Plays a scenario, a file of commands with their actors and times, through the public HTTP interface as its actors
 * would give them. An example so gets months of history, and whatever it shows has passed the same rules as any command.
 */
@NullMarked
package org.probity.scenario;

import org.jspecify.annotations.NullMarked;
