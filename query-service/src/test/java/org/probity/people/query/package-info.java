@NullMarked
package org.probity.people.query;

import org.jspecify.annotations.NullMarked;
