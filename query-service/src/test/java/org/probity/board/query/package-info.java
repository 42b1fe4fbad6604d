@NullMarked
package org.probity.board.query;

import org.jspecify.annotations.NullMarked;
