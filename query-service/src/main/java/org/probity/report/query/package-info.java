/** What boards report to those they are accountable to, and which of them are overdue. */
@NullMarked
package org.probity.report.query;

import org.jspecify.annotations.NullMarked;
