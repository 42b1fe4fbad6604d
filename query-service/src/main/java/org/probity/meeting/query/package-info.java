/** Matters, the meetings that consider them, and what is decided. */
@NullMarked
package org.probity.meeting.query;

import org.jspecify.annotations.NullMarked;
