/** What holds for the whole of the code: who may know whom, and what is written nowhere. */
@NullMarked
package org.probity.architecture;

import org.jspecify.annotations.NullMarked;
