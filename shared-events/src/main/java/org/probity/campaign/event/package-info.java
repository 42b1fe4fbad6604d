/**
 * What happens in one competition: the campaign as a whole, and each participation in it.
 * A participation is a candidate, a panel member or a nominator.
 */
@NullMarked
package org.probity.campaign.event;

import org.jspecify.annotations.NullMarked;
