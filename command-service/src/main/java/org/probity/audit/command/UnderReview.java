package org.probity.audit.command;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.id.BoardId;
import org.probity.id.MatterId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;

/**
 * What somebody reviews.
 *
 * @param board null for a campaign
 * @param matters it is about
 * @param involved who took part in it
 */
record UnderReview(OrganisationCode body, @Nullable BoardId board, Set<MatterId> matters, Set<PersonId> involved) {}
