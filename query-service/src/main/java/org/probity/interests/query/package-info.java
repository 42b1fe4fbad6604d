/** The register of interests and who has not declared. */
@NullMarked
package org.probity.interests.query;

import org.jspecify.annotations.NullMarked;
