/**
 * What happens to a board, to the matters before it, at its meetings and to its decisions, and the pure rules by which
 * quorum, votes and minutes are counted and written. Board, matter, meeting and decision are streams of their own.
 */
@NullMarked
package org.probity.board.event;

import org.jspecify.annotations.NullMarked;
