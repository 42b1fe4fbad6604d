/**
 * The clock of a log that holds an example scenario.
 * A real log never has these events.
 */
@NullMarked
package org.probity.example.event;

import org.jspecify.annotations.NullMarked;
