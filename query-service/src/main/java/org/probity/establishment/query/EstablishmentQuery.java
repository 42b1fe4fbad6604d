package org.probity.establishment.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.event.Programme;
import org.probity.id.BoardId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.identity.Actor;
import org.probity.people.event.Profession;
import org.probity.query.Answer;
import org.probity.query.Moment;
import org.probity.query.PageAsked;

/** What can be asked about posts; {@code inForceOn} null means the asked moment. */
public sealed interface EstablishmentQuery {

    /** All establishments. */
    record FindEstablishments(Moment moment, @Nullable LocalDate inForceOn, PageAsked page)
            implements EstablishmentQuery {}

    /** One establishment. */
    record FindEstablishment(
            EstablishmentId establishment,
            Moment moment,
            @Nullable LocalDate inForceOn,
            Actor actor) implements EstablishmentQuery {}

    /** Establishments by name. */
    record EstablishmentsFound(
            List<EstablishmentListed> items, @Nullable String next, long position, Instant asAt) implements Answer {}

    /** An establishment in a list. */
    record EstablishmentListed(
            EstablishmentId id,
            OrganisationCode body,
            String name,
            Programme programme,
            int posts,
            int filled,
            int incumbents,
            int held,
            int vacant) {}

    /** An establishment with its strands and who holds its posts. */
    record EstablishmentFound(
            EstablishmentId id,
            OrganisationCode body,
            String name,
            Programme programme,
            String commitment,
            PersonId seniorOwner,
            int posts,
            int filled,
            int incumbents,
            int held,
            int vacant,
            List<StrandFound> strands,
            Map<Profession, Long> professions,
            @Nullable LocalDate inForceOn,
            long position,
            Instant asAt)
            implements Answer {}

    /** A strand and who holds its posts. */
    record StrandFound(
            StrandCode code,
            String name,
            int target,
            int cap,
            int filled,
            int held,
            int vacant,
            @Nullable BoardId board,
            List<Holder> holders) {}

    /**
     * A holder of a post; {@code until} is the first day without them. Impartiality is null to others than the holder,
     * reviewers and those who serve the body.
     */
    record Holder(
            PersonId person,
            @Nullable Profession profession,
            int slot,
            LocalDate from,
            @Nullable LocalDate until,
            boolean carriedOver,
            boolean jobShare,
            @Nullable Impartiality impartiality) {}
}
