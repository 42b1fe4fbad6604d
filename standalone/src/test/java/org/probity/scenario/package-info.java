/** Tests with real files, a real application and its real database. */
@NullMarked
package org.probity.scenario;

import org.jspecify.annotations.NullMarked;
