package org.probity.campaign.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.campaign.command.CampaignRule.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.command.PanelCommand.AppointActingPanelChair;
import org.probity.campaign.command.PanelCommand.ReplacePanelMember;
import org.probity.campaign.event.CampaignEvent.ActingPanelChairAppointed;
import org.probity.campaign.event.CampaignEvent.PanelConstituted;
import org.probity.campaign.event.CampaignEvent.PanelMemberReplaced;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.PanelSeat;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;

/** The panel of a competition. Protects that it is never smaller or less independent than its rule pack says. */
final class Panel {

    private final CampaignId id;
    private final CampaignRules rules;
    private final Map<PersonId, PanelCapacity> seats = new LinkedHashMap<>();
    private final Set<PersonId> ever = new HashSet<>();
    private @Nullable PersonId actingChair;

    Panel(CampaignId id, CampaignRules rules) {
        this.id = id;
        this.rules = rules;
    }

    /** Everybody who sits or sat on it. */
    Set<PersonId> ever() {
        return Set.copyOf(ever);
    }

    boolean isChair(PersonId person) {
        return seats.get(person) == PanelCapacity.CHAIR || person.equals(actingChair);
    }

    void constitute(List<PanelSeat> proposed) {
        PANEL_ALREADY_CONSTITUTED.refuseIf(!seats.isEmpty());
        mustBePanel(proposed);
        apply(new PanelConstituted(id, proposed));
    }

    void replace(ReplacePanelMember command) {
        NOT_ON_PANEL.refuseIf(!seats.containsKey(command.leaving()));
        List<PanelSeat> then = new ArrayList<>();
        seats.forEach((person, capacity) -> {
            if (!person.equals(command.leaving())) {
                then.add(new PanelSeat(person, capacity));
            }
        });
        then.add(command.joining());
        mustBePanel(then);
        apply(new PanelMemberReplaced(id, command.leaving(), command.joining(), command.reason()));
    }

    void appointActingChair(AppointActingPanelChair command) {
        NOT_ON_PANEL.refuseIf(!seats.containsKey(command.person()));
        apply(new ActingPanelChairAppointed(id, command.person(), command.reason()));
    }

    private void mustBePanel(List<PanelSeat> proposed) {
        Campaign.mustBeNamedOnce(proposed.stream().map(PanelSeat::person).toList());
        PANEL_TOO_SMALL.refuseIf(
                proposed.size() < rules.panelMinimum(), "members", proposed.size(), "minimum", rules.panelMinimum());
        NO_CHAIR.refuseIf(count(proposed, PanelCapacity.CHAIR) != 1);
        long independent = count(proposed, PanelCapacity.INDEPENDENT);
        NO_INDEPENDENT_MEMBER.refuseIf(
                independent < rules.independentMinimum(),
                "members",
                independent,
                "minimum",
                rules.independentMinimum());
    }

    private static long count(List<PanelSeat> proposed, PanelCapacity capacity) {
        return proposed.stream().filter(seat -> seat.capacity() == capacity).count();
    }

    void on(PanelConstituted event) {
        event.panel().forEach(this::seat);
    }

    void on(PanelMemberReplaced event) {
        seats.remove(event.leaving());
        actingChair = event.leaving().equals(actingChair) ? null : actingChair;
        seat(event.joining());
    }

    void on(ActingPanelChairAppointed event) {
        actingChair = event.person();
    }

    private void seat(PanelSeat seat) {
        seats.put(seat.person(), seat.capacity());
        ever.add(seat.person());
    }
}
