/**
 * What happens to a board: its terms of reference, seats, chair and deputy.
 * One board is one stream; its meetings will be streams of their own.
 */
@NullMarked
package org.probity.board.event;

import org.jspecify.annotations.NullMarked;
