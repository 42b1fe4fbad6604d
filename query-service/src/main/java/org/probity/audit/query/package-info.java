/** The log as it is stored, exceptions, what late interests touched, samples and findings: for those who review. */
@NullMarked
package org.probity.audit.query;

import org.jspecify.annotations.NullMarked;
