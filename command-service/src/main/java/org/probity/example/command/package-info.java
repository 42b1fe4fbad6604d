/**
 * The clock of an example log: a scenario is played into an empty log and sets its time, never past the real one.
 * Only there where example logs are allowed.
 */
@NullMarked
package org.probity.example.command;

import org.jspecify.annotations.NullMarked;
