/** Documents that are made from the code, and the check that they are current. */
@NullMarked
package org.probity.documents;

import org.jspecify.annotations.NullMarked;
