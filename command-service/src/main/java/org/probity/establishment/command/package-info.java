/**
 * How many posts there are, who holds them on which dates, and which are held for an offer.
 * Commands, rules, aggregate and automations of the context.
 */
@NullMarked
package org.probity.establishment.command;

import org.jspecify.annotations.NullMarked;
