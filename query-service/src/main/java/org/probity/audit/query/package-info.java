/** The log as it is stored, for reviewers. */
@NullMarked
package org.probity.audit.query;

import org.jspecify.annotations.NullMarked;
