package org.probity.board.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardKind;
import org.probity.board.event.TermsOfReference;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.people.event.Profession;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about boards; {@code inForceOn} null means the day of the asked moment. */
public sealed interface BoardQuery {

    /** All boards. */
    record FindBoards(Moment moment, @Nullable LocalDate inForceOn, PageAsked page) implements BoardQuery {}

    /** One board. */
    record FindBoard(BoardId board, Moment moment, @Nullable LocalDate inForceOn) implements BoardQuery {}

    /** The leads in post of one establishment, or of all that appoint senior clinical leads. */
    record FindClinicalAdvisoryGroup(
            @Nullable EstablishmentId establishment,
            Moment moment,
            @Nullable LocalDate inForceOn) implements BoardQuery {}

    /** Boards by name. */
    record BoardsFound(List<BoardListed> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /**
     * A board in a list.
     *
     * @param members how many have a seat on the day
     * @param votingMembers how many of them vote, two who share a seat as one; null where the roll is derived
     * @param rollDerived whether its voting members are the leads in post, as {@link FindClinicalAdvisoryGroup} tells
     */
    record BoardListed(
            BoardId id,
            OrganisationCode body,
            BoardKind kind,
            String name,
            int members,
            @Nullable Integer votingMembers,
            boolean rollDerived) {}

    /**
     * A board with those who sit on it on the day.
     *
     * @param rollDerived whether its voting members are the leads in post
     * @param leads these leads, as {@link FindClinicalAdvisoryGroup} tells; none where the roll is not derived
     * @param ending the terms that end within as many days as the body's rule pack warns ahead, the first first
     */
    record BoardFound(
            BoardId id,
            OrganisationCode body,
            BoardKind kind,
            String name,
            @Nullable BoardId accountableTo,
            TermsOfReference terms,
            @Nullable MemberFound chair,
            @Nullable MemberFound deputy,
            VotingSeats votingSeats,
            List<MemberFound> members,
            boolean rollDerived,
            List<LeadInPost> leads,
            List<TermEnding> ending,
            LocalDate inForceOn,
            long position,
            Instant asAt)
            implements Answer {}

    /**
     * The voting seats of a board on the day; none is vacant where the terms state no number.
     *
     * @param filled how many have a holder, or two who share one
     */
    record VotingSeats(int filled, int vacant) {}

    /**
     * Somebody on a board; {@code until} is the first day without them. Capacity is null for a chair or deputy without a
     * seat.
     *
     * @param sharesWith who has the same seat on the day
     */
    record MemberFound(
            PersonId person,
            @Nullable String name,
            @Nullable BoardCapacity capacity,
            boolean voting,
            @Nullable StrandCode strand,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable PersonId sharesWith) {}

    /**
     * A term that ends soon, unless the same person's next follows at once; {@code until} is the first day without them.
     *
     * @param days how many days there are from the asked day until then
     */
    record TermEnding(PersonId person, @Nullable String name, EndingOf what, LocalDate until, long days) {}

    /** What ends: a seat, an office, or the post that makes somebody a member of a derived roll. */
    enum EndingOf {
        SEAT,
        CHAIR,
        DEPUTY,
        POST
    }

    /**
     * The Clinical Advisory Group: its roll is not kept anywhere, it follows from the posts.
     *
     * @param votingMembers posts with a member who votes: two who share one count once
     */
    record ClinicalAdvisoryGroup(
            List<LeadInPost> members, int votingMembers, LocalDate inForceOn, long position, Instant asAt)
            implements Answer {}

    /**
     * A lead in post on the day; {@code until} is the first day without them.
     *
     * @param voting whether they were appointed by competition or their impartiality is confirmed
     */
    record LeadInPost(
            PersonId person,
            @Nullable String name,
            @Nullable Profession profession,
            EstablishmentId establishment,
            StrandCode strand,
            String strandName,
            int slot,
            LocalDate from,
            @Nullable LocalDate until,
            boolean impartialityConfirmed,
            boolean voting) {}
}
