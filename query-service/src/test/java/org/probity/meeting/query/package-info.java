@NullMarked
package org.probity.meeting.query;

import org.jspecify.annotations.NullMarked;
