/**
 * Probity in one process: both services, with a PostgreSQL, an issuer and example users of its own,
 * for one machine and nobody beyond it.
 */
@NullMarked
package org.probity.standalone;

import org.jspecify.annotations.NullMarked;
