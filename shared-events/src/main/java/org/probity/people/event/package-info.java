/**
 * What happens to organisations, people, their registrations, accounts and duties.
 * Personal data is marked here and never part of an id.
 */
@NullMarked
package org.probity.people.event;

import org.jspecify.annotations.NullMarked;
