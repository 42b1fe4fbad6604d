package org.probity.establishment.query;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.probity.establishment.event.EstablishmentEvent;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.query.EstablishmentTables.Establishment;
import org.probity.establishment.query.EstablishmentTables.Hold;
import org.probity.establishment.query.EstablishmentTables.Occupancy;
import org.probity.establishment.query.EstablishmentTables.Strand;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;
import org.probity.query.Projection;
import org.probity.query.ReadTables;
import org.probity.query.Recorded;
import org.springframework.stereotype.Component;

/** Posts, their holders and holds as rows. */
@Component
@ProcessingGroup(EstablishmentProjection.NAME)
public class EstablishmentProjection extends Projection {

    public static final String NAME = GROUP + "establishment";

    private final EstablishmentTables tables;
    private final ReadTables sql;

    EstablishmentProjection(EstablishmentTables tables, ReadTables sql) {
        this.tables = tables;
        this.sql = sql;
    }

    @EventHandler
    void on(EstablishmentEvent event, Recorded recorded) {
        long at = recorded.position();
        switch (event) {
            case PostsEstablished e ->
                tables.establishments()
                        .put(
                                at,
                                new Establishment(
                                        e.establishment(),
                                        e.body(),
                                        e.name(),
                                        e.programme(),
                                        e.posts(),
                                        e.commitment(),
                                        e.seniorOwner()));
            case CapChanged e -> {
                Establishment old =
                        tables.establishments().current(e.establishment()).orElseThrow();
                tables.establishments()
                        .put(
                                at,
                                new Establishment(
                                        old.id(),
                                        old.body(),
                                        old.name(),
                                        old.programme(),
                                        e.posts(),
                                        old.commitment(),
                                        old.seniorOwner()));
            }
            case StrandAdded e ->
                tables.strands()
                        .put(
                                at,
                                new Strand(
                                        e.establishment(),
                                        e.strand(),
                                        e.name(),
                                        e.target(),
                                        e.cap(),
                                        e.slots(),
                                        e.board(),
                                        strandsSoFar(e)));
            case StrandCapChanged e -> {
                Strand old =
                        tables.strands().current(e.establishment(), e.strand()).orElseThrow();
                List<Integer> slots = Stream.concat(old.slots().stream(), e.addedSlots().stream())
                        .filter(slot -> !e.removedSlots().contains(slot))
                        .toList();
                tables.strands()
                        .put(
                                at,
                                new Strand(
                                        old.establishment(),
                                        old.code(),
                                        old.name(),
                                        old.target(),
                                        e.cap(),
                                        slots,
                                        old.board(),
                                        old.place()));
            }
            case StrandClosed e -> tables.strands().remove(at, e.establishment(), e.strand());
            case IncumbentCarriedOver e ->
                occupy(e, e.slot(), e.strand(), e.person(), e.term(), null, e.jobShare(), recorded);
            case IncumbentImpartialityStated e ->
                carriedOver(e, e.person())
                        .filter(held -> held.impartiality() != Impartiality.CONFIRMED)
                        .forEach(held -> tables.occupancies().put(at, held.with(Impartiality.STATED)));
            case IncumbentImpartialityConfirmed e ->
                carriedOver(e, e.person())
                        .filter(held -> held.slot() == e.slot()
                                && held.termFrom().equals(e.term().from()))
                        .forEach(held -> tables.occupancies().put(at, held.with(Impartiality.CONFIRMED)));
            case IncumbentImpartialityWithheld e ->
                carriedOver(e, e.person())
                        .forEach(held -> tables.occupancies().put(at, held.with(Impartiality.WITHHELD)));
            case PostHeld e ->
                tables.holds()
                        .put(
                                at,
                                new Hold(
                                        e.establishment(),
                                        e.slot(),
                                        e.person(),
                                        e.campaign(),
                                        e.strand(),
                                        e.term().from(),
                                        e.term().until()));
            case HoldReleased e -> tables.holds().remove(at, e.establishment(), e.slot(), e.person(), e.campaign());
            case PostFilled e -> {
                tables.holds().remove(at, e.establishment(), e.slot(), e.person(), e.campaign());
                occupy(e, e.slot(), e.strand(), e.person(), e.term(), e.campaign(), false, recorded);
            }
            // The board's own event says so.
            case LeadSeated e -> {}
            case LeadsRollTaken e -> {}
            case PostVacated e ->
                heldBy(e, e.slot(), e.person()).stream()
                        .filter(held -> held.term().covers(e.on()))
                        .forEach(held -> {
                            if (held.termFrom().isBefore(e.on())) {
                                tables.occupancies().put(at, held.until(e.on(), e.cause()));
                            } else {
                                tables.occupancies()
                                        .remove(at, e.establishment(), e.slot(), e.person(), held.termFrom());
                            }
                        });
            case TermExtended e ->
                heldBy(e, e.slot(), e.person()).stream()
                        .filter(held -> e.oldUntil().equals(held.termUntil()))
                        .forEach(held -> tables.occupancies().put(at, held.until(e.newUntil(), held.vacated())));
        }
    }

    private void occupy(
            EstablishmentEvent event,
            int slot,
            StrandCode strand,
            PersonId person,
            Term term,
            @Nullable CampaignId campaign,
            boolean jobShare,
            Recorded recorded) {
        // Nobody is appointed without a confirmed impartiality; an incumbent begins without one.
        Impartiality impartiality = campaign == null ? Impartiality.NOT_STATED : Impartiality.CONFIRMED;
        tables.occupancies()
                .put(
                        recorded.position(),
                        new Occupancy(
                                event.establishment(),
                                slot,
                                person,
                                term.from(),
                                term.until(),
                                strand,
                                campaign == null,
                                campaign,
                                jobShare,
                                impartiality,
                                recorded.at(),
                                null));
    }

    /** The terms that somebody was carried over into so far; each is confirmed by itself. */
    private Stream<Occupancy> carriedOver(EstablishmentEvent event, PersonId person) {
        return tables
                .occupancies()
                .currentWhere("establishment = ? and person = ? and carried_over", event.establishment(), person)
                .stream();
    }

    private List<Occupancy> heldBy(EstablishmentEvent event, int slot, PersonId person) {
        return tables.occupancies()
                .currentWhere("establishment = ? and slot = ? and person = ?", event.establishment(), slot, person);
    }

    private int strandsSoFar(EstablishmentEvent event) {
        return sql.sql("select count(distinct code) from read.strand where establishment = ?")
                .param(event.establishment().value())
                .query(Integer.class)
                .single();
    }
}
