/**
 * What every projection and every query shares: tables that keep all versions of a row, projections that store their
 * position with their rows, and answers as at one position.
 */
@NullMarked
package org.probity.query;

import org.jspecify.annotations.NullMarked;
