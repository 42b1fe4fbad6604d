/** What somebody would write who wants rows and an audit trail: a JPA entity with Envers. */
@NullMarked
package org.probity.benchmarks.crud;

import org.jspecify.annotations.NullMarked;
