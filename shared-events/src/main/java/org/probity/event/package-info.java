/**
 * What every event has: the stream it is stored in, the marking of personal data, and periods of effect.
 * {@link org.probity.event.EventFamilies} is the one list of all families.
 */
@NullMarked
package org.probity.event;

import org.jspecify.annotations.NullMarked;
