/** Who is due for disposal: reads what is recorded of people, competitions, posts and boards. */
@NullMarked
package org.probity.disposal.query;

import org.jspecify.annotations.NullMarked;
