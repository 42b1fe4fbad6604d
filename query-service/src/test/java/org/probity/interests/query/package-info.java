@NullMarked
package org.probity.interests.query;

import org.jspecify.annotations.NullMarked;
