/**
 * What was attempted and refused: an attempt is part of the history.
 * Refusals hold rule codes, ids and numbers, never prose. What reviewers draw and find is beside them.
 */
@NullMarked
package org.probity.audit.event;

import org.jspecify.annotations.NullMarked;
