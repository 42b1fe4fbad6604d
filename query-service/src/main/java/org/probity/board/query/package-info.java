/** Boards, who sits on them, and the Clinical Advisory Group that follows from posts. */
@NullMarked
package org.probity.board.query;

import org.jspecify.annotations.NullMarked;
