/**
 * What bodies adopt: rule packs (the numbers that rules use) and lists of aims.
 * A pack governs from its date and never before it is recorded.
 */
@NullMarked
package org.probity.policy.event;

import org.jspecify.annotations.NullMarked;
