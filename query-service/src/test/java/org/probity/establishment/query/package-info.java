@NullMarked
package org.probity.establishment.query;

import org.jspecify.annotations.NullMarked;
