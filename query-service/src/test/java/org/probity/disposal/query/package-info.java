/** Who is due for disposal, over HTTP. */
@NullMarked
package org.probity.disposal.query;

import org.jspecify.annotations.NullMarked;
