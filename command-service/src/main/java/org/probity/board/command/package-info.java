/**
 * Boards: what they may do, who sits on them, and who presides.
 * Commands, rules, aggregate and automations of the context.
 */
@NullMarked
package org.probity.board.command;

import org.jspecify.annotations.NullMarked;
