@NullMarked
package org.probity.audit.query;

import org.jspecify.annotations.NullMarked;
