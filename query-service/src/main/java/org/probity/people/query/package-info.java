/** People, organisations, logins and duties, as others may read them. */
@NullMarked
package org.probity.people.query;

import org.jspecify.annotations.NullMarked;
