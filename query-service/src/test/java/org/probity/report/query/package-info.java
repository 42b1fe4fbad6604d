@NullMarked
package org.probity.report.query;

import org.jspecify.annotations.NullMarked;
