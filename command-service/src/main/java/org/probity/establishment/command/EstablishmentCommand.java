package org.probity.establishment.command;

import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** What can be done with the funded posts of one role for one body. */
public sealed interface EstablishmentCommand extends Command {

    EstablishmentId establishment();

    @Override
    default String subject() {
        return establishment().stream();
    }

    /** {@code posts} is the cap of the whole establishment. */
    @By(APPOINTMENTS_OFFICER)
    record EstablishPosts(
            EstablishmentId establishment,
            OrganisationCode body,
            String name,
            Programme programme,
            int posts,
            String commitment,
            PersonId seniorOwner)
            implements EstablishmentCommand {}

    /**
     * {@code cap} is the number of posts of the strand, by default that of the body's rule pack; whoever fills one sits
     * on the board, if there is one. That is established already and serves the same body.
     */
    @By(APPOINTMENTS_OFFICER)
    record AddStrand(
            EstablishmentId establishment,
            StrandCode strand,
            String name,
            int target,
            @Nullable Integer cap,
            @Nullable BoardId board)
            implements EstablishmentCommand {

        /**
         * @throws IllegalArgumentException when the target is negative
         */
        public AddStrand {
            if (target < 0) {
                throw new IllegalArgumentException("a target is not negative");
            }
        }
    }

    @By(APPOINTMENTS_OFFICER)
    record ChangeStrandCap(EstablishmentId establishment, StrandCode strand, int cap, String reason)
            implements EstablishmentCommand {}

    @By(APPOINTMENTS_OFFICER)
    record CloseStrand(EstablishmentId establishment, StrandCode strand, String reason)
            implements EstablishmentCommand {}

    @By(APPOINTMENTS_OFFICER)
    record ChangeCap(EstablishmentId establishment, int posts, String reason) implements EstablishmentCommand {}

    /**
     * Carries an existing holder over without a competition; the reason says why there is none.
     *
     * @param jobShareSlot the slot to share with its holder; absent for a slot of one's own
     */
    @By(APPOINTMENTS_OFFICER)
    record CarryOverIncumbent(
            EstablishmentId establishment,
            StrandCode strand,
            PersonId person,
            Term term,
            String authorisingDecision,
            String reason,
            @Nullable Integer jobShareSlot)
            implements EstablishmentCommand {}

    /** {@code on} is the first day without the holder. */
    @By(APPOINTMENTS_OFFICER)
    record VacatePost(EstablishmentId establishment, PersonId person, LocalDate on, VacancyCause cause, String reason)
            implements EstablishmentCommand {}

    /** {@code until} is the first day after the longer term. */
    @By(APPOINTMENTS_OFFICER)
    record ExtendTerm(EstablishmentId establishment, PersonId person, LocalDate until, String reason)
            implements EstablishmentCommand {}
}
