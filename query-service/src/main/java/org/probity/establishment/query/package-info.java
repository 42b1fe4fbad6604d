/** Posts, their holders and holds, as at any moment and in force on any day. */
@NullMarked
package org.probity.establishment.query;

import org.jspecify.annotations.NullMarked;
