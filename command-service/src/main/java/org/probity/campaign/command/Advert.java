package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.CampaignCommand.ExtendClosing;
import org.probity.campaign.command.CampaignCommand.PublishAdvert;
import org.probity.campaign.event.CampaignEvent.AdvertPublished;
import org.probity.campaign.event.CampaignEvent.CandidatesLonglisted;
import org.probity.campaign.event.CampaignEvent.ClosingExtended;
import org.probity.campaign.event.CampaignEvent.CriteriaChanged;
import org.probity.campaign.event.Criteria;
import org.probity.campaign.event.Criterion;
import org.probity.id.CampaignId;

/**
 * What a competition asks for, and until when it can be entered. Protects that criteria stand once they are advertised,
 * and that the closing day only moves on.
 */
final class Advert {

    private final CampaignId id;
    private Criteria criteria;
    private @Nullable LocalDate firstClosing;
    private @Nullable LocalDate closing;
    private boolean longlisted;

    Advert(CampaignId id, Criteria criteria) {
        this.id = id;
        this.criteria = criteria;
    }

    Criteria criteria() {
        return criteria;
    }

    void changeCriteria(List<Criterion> changed) {
        CRITERIA_FROZEN.refuseIf(closing != null);
        apply(new CriteriaChanged(id, checked(changed)));
    }

    void publish(PublishAdvert command, LocalDate today) {
        ADVERT_WITHOUT_PLACE.refuseIf(command.places().isEmpty());
        Criteria advertised = command.criteria() == null ? criteria : checked(command.criteria());
        boolean republished = closing != null;
        if (closing != null) {
            ALREADY_LONGLISTED.refuseIf(longlisted);
            CRITERIA_FROZEN.refuseIf(
                    !advertised.equals(criteria) && firstClosing != null && today.isAfter(firstClosing));
        }
        mustBeLater(command.closing(), today);
        apply(new AdvertPublished(id, command.places(), command.closing(), advertised, republished));
    }

    void extend(ExtendClosing command, LocalDate today) {
        NOT_ADVERTISED.refuseIf(closing == null);
        ALREADY_LONGLISTED.refuseIf(longlisted);
        mustBeLater(command.closing(), today);
        apply(new ClosingExtended(id, command.closing(), command.reason()));
    }

    private void mustBeLater(LocalDate day, LocalDate today) {
        LocalDate than = closing == null || closing.isBefore(today) ? today : closing;
        CLOSING_NOT_LATER.refuseIf(!day.isAfter(than), "than", than);
    }

    /** Demands that nominations and applications are taken on the day. */
    void mustTakeNominations(LocalDate today) {
        NOMINATIONS_CLOSED.refuseIf(closing == null || today.isAfter(closing));
    }

    /** Demands that scoring may begin: until nominations are closed, criteria can still change. */
    void mustHaveClosed(LocalDate today) {
        NOMINATIONS_OPEN.refuseIf(closing == null || !today.isAfter(closing));
    }

    /** Criteria that can be scored by: at least one, no code twice, their weights summing to 100. */
    static Criteria checked(List<Criterion> criteria) {
        CRITERIA_MISSING.refuseIf(criteria.isEmpty());
        CRITERION_REPEATED.refuseIf(
                criteria.stream().map(Criterion::code).distinct().count() < criteria.size());
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        WEIGHTS_NOT_100.refuseIf(sum != 100, "sum", sum);
        return new Criteria(criteria);
    }

    void on(CriteriaChanged event) {
        criteria = event.criteria();
    }

    void on(AdvertPublished event) {
        firstClosing = firstClosing == null ? event.closing() : firstClosing;
        closing = event.closing();
        criteria = event.criteria();
    }

    void on(ClosingExtended event) {
        closing = event.closing();
    }

    void on(CandidatesLonglisted event) {
        longlisted = true;
    }
}
