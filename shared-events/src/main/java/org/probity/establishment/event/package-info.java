/**
 * What happens to the funded posts of one role for one body: strands, slots, holders and holds.
 * One establishment is one stream.
 */
@NullMarked
package org.probity.establishment.event;

import org.jspecify.annotations.NullMarked;
