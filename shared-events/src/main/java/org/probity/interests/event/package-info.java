/**
 * What people declare about their interests, and the mitigations a conflict can lead to.
 * One person's declarations are one stream.
 */
@NullMarked
package org.probity.interests.event;

import org.jspecify.annotations.NullMarked;
