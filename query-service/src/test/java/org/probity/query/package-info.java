/** How the read side keeps its promises, and a fixture for the tests of every context. */
@NullMarked
package org.probity.query;

import org.jspecify.annotations.NullMarked;
