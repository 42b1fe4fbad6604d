package org.probity.campaign.command;

import java.time.LocalDate;
import org.probity.campaign.event.HeldPost;
import org.probity.event.Term;

/** A post offered to a candidate. {@code respondBy} is the last day to accept. */
record Offer(HeldPost post, Term term, LocalDate respondBy) {}
