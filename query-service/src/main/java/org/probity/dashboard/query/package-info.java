/** What several contexts say together at a glance. */
@NullMarked
package org.probity.dashboard.query;

import org.jspecify.annotations.NullMarked;
