package org.probity.board.event;

import org.probity.id.PersonId;

/** How one person voted, where the vote was not secret. */
public record RecordedVote(PersonId person, VoteChoice choice) {}
