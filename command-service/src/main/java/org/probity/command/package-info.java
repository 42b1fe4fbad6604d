/**
 * A command's path, the same for every context: bound strictly, decided in one unit of work over the streams it
 * relies on, appended once under its idempotency key, or refused by a named rule that enters the log as well.
 */
@NullMarked
package org.probity.command;

import org.jspecify.annotations.NullMarked;
