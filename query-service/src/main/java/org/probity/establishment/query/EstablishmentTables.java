package org.probity.establishment.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.query.ReadTables;
import org.probity.query.VersionedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The read tables of posts. */
@Component
public record EstablishmentTables(
        VersionedTable<Establishment> establishments,
        VersionedTable<Strand> strands,
        VersionedTable<Occupancy> occupancies,
        VersionedTable<Hold> holds) {

    @Autowired
    EstablishmentTables(ReadTables tables) {
        this(
                tables.versioned("establishment", Establishment.class, "id"),
                tables.versioned("strand", Strand.class, "establishment", "code"),
                tables.versioned("occupancy", Occupancy.class, "establishment", "slot", "person", "termFrom"),
                tables.versioned("hold", Hold.class, "establishment", "slot", "person", "campaign"));
    }

    /** The posts of one role for one body; {@code posts} is the cap of the whole. */
    public record Establishment(
            EstablishmentId id,
            OrganisationCode body,
            String name,
            Programme programme,
            int posts,
            String commitment,
            PersonId seniorOwner) {}

    /** A strand that is open; {@code place} is its place among all the strands the establishment ever had. */
    public record Strand(
            EstablishmentId establishment,
            StrandCode code,
            String name,
            int target,
            int cap,
            List<Integer> slots,
            @Nullable BoardId board,
            int place) {}

    /**
     * A holder of a post.
     *
     * @param termUntil first day without the holder
     * @param recorded when the holder was carried over or confirmed
     * @param vacated why the term ended early, if it did
     */
    public record Occupancy(
            EstablishmentId establishment,
            int slot,
            PersonId person,
            LocalDate termFrom,
            @Nullable LocalDate termUntil,
            StrandCode strand,
            boolean carriedOver,
            @Nullable CampaignId campaign,
            boolean jobShare,
            Impartiality impartiality,
            Instant recorded,
            @Nullable VacancyCause vacated) {

        /** When the post is held. */
        public Term term() {
            return new Term(termFrom, termUntil);
        }

        /** Whether its holder votes where leads in post do: appointed by competition, or confirmed impartial. */
        public boolean votes() {
            return !carriedOver || impartiality == Impartiality.CONFIRMED;
        }

        Occupancy until(@Nullable LocalDate until, @Nullable VacancyCause cause) {
            return new Occupancy(
                    establishment,
                    slot,
                    person,
                    termFrom,
                    until,
                    strand,
                    carriedOver,
                    campaign,
                    jobShare,
                    impartiality,
                    recorded,
                    cause);
        }

        Occupancy with(Impartiality changed) {
            return new Occupancy(
                    establishment,
                    slot,
                    person,
                    termFrom,
                    termUntil,
                    strand,
                    carriedOver,
                    campaign,
                    jobShare,
                    changed,
                    recorded,
                    vacated);
        }
    }

    /** A post kept for somebody who was offered it. */
    public record Hold(
            EstablishmentId establishment,
            int slot,
            PersonId person,
            CampaignId campaign,
            StrandCode strand,
            LocalDate termFrom,
            @Nullable LocalDate termUntil) {}
}
