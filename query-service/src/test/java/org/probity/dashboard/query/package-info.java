@NullMarked
package org.probity.dashboard.query;

import org.jspecify.annotations.NullMarked;
