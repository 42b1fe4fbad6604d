package org.probity.audit.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.probity.audit.query.AuditSights.AuditSight;
import org.probity.audit.query.ExceptionQuery.*;
import org.probity.audit.query.ExceptionTables.Entry;
import org.probity.board.query.BoardProjection;
import org.probity.campaign.query.CampaignProjection;
import org.probity.campaign.query.CampaignTables.Campaign;
import org.probity.establishment.query.EstablishmentProjection;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.query.InterestProjection;
import org.probity.interests.query.Overseers;
import org.probity.meeting.query.MatterProjection;
import org.probity.meeting.query.MatterTables.Matter;
import org.probity.meeting.query.MeetingProjection;
import org.probity.meeting.query.MeetingTables.Meeting;
import org.probity.people.query.Askers;
import org.probity.people.query.PeopleProjection;
import org.probity.policy.query.PolicyProjection;
import org.probity.query.NotPermitted;
import org.probity.query.PageAsked.Page;
import org.probity.query.View;
import org.probity.query.Views;
import org.springframework.stereotype.Component;

/** Answers what departed from the ordinary. */
@Component
class ExceptionQueries {

    private static final String[] PROJECTIONS = {
        ExceptionProjection.NAME,
        MeetingProjection.NAME,
        MatterProjection.NAME,
        BoardProjection.NAME,
        CampaignProjection.NAME,
        PeopleProjection.NAME,
        InterestProjection.NAME,
        EstablishmentProjection.NAME,
        PolicyProjection.NAME
    };

    private final ExceptionTables tables;
    private final AuditSights sights;
    private final Overseers overseers;
    private final Askers askers;
    private final Views views;

    ExceptionQueries(ExceptionTables tables, AuditSights sights, Overseers overseers, Askers askers, Views views) {
        this.tables = tables;
        this.sights = sights;
        this.overseers = overseers;
        this.askers = askers;
        this.views = views;
    }

    @QueryHandler
    ExceptionsFound find(FindExceptions query) {
        if (!askers.of(query.actor()).isReviewer()) {
            throw new NotPermitted("Reviewers see exceptions.");
        }
        View view = views.of(query.moment(), PROJECTIONS);
        AuditSight sight = sights.of(query.actor(), view);
        OrganisationCode body = query.body();
        BiPredicate<PersonId, LocalDate> holders =
                body == null ? (person, day) -> false : overseers.holders(body, view);
        List<Entry> told = new ArrayList<>();
        int withheld = 0;
        for (Entry entry : entries(query.kind(), view)) {
            if (body != null && !isOf(entry, body, holders, sight)) {
                continue;
            }
            if (isClosed(entry, sight)) {
                // of a matter that it came to something is closed to whoever withdrew, too
                withheld += entry.campaign() == null ? 0 : 1;
            } else {
                told.add(entry);
            }
        }
        Page<Entry> page = query.page().of(told, entry -> Long.toString(entry.position()));
        return new ExceptionsFound(
                page.items().stream().map(entry -> found(entry, sight)).toList(),
                page.next(),
                withheld,
                view.position(),
                view.moment());
    }

    private List<Entry> entries(@Nullable ExceptionKind kind, View view) {
        List<Entry> all = kind == null
                ? tables.entries().all(view.position())
                : tables.entries().where(view.position(), "kind = ?", kind);
        return all.stream()
                .sorted(Comparator.comparing(Entry::position).reversed())
                .toList();
    }

    /** A declaration is of every body that its maker holds an office of, or held one of on the day. */
    private static boolean isOf(
            Entry entry, OrganisationCode body, BiPredicate<PersonId, LocalDate> holders, AuditSight sight) {
        return entry.interest() != null
                ? entry.person() != null && holders.test(entry.person(), LocalDate.ofInstant(entry.at(), View.ZONE))
                : body(entry, sight).filter(body::equals).isPresent();
    }

    private static Optional<OrganisationCode> body(Entry entry, AuditSight sight) {
        if (entry.campaign() != null) {
            return sight.campaign(entry.campaign()).map(Campaign::body);
        }
        if (entry.meeting() != null) {
            return sight.meeting(entry.meeting()).map(Meeting::body);
        }
        return entry.matter() == null
                ? Optional.empty()
                : sight.matter(entry.matter()).flatMap(matter -> sight.bodyOf(matter.board()));
    }

    /** Which item a refusal was about it does not say: it is closed with any item of the meeting. */
    private static boolean isClosed(Entry entry, AuditSight sight) {
        if (entry.campaign() != null) {
            return sight.isClosed(entry.campaign(), entry.strand());
        }
        if (entry.matter() != null) {
            return sight.isClosed(entry.matter());
        }
        return entry.meeting() != null
                && (entry.item() != null || entry.kind() == ExceptionKind.INQUORATE)
                && sight.isClosed(entry.meeting(), entry.item());
    }

    private static ExceptionFound found(Entry entry, AuditSight sight) {
        String title = entry.campaign() != null
                ? sight.campaign(entry.campaign()).map(Campaign::name).orElse(null)
                : Optional.ofNullable(entry.matter())
                        .flatMap(sight::matter)
                        .map(Matter::title)
                        .orElse(null);
        return new ExceptionFound(
                entry.kind(),
                entry.at(),
                entry.subject(),
                entry.code(),
                body(entry, sight).orElse(null),
                title,
                entry.reason(),
                entry.campaign(),
                entry.strand(),
                entry.meeting(),
                entry.item(),
                entry.matter(),
                entry.decision(),
                entry.person(),
                entry.interest(),
                entry.position());
    }
}
