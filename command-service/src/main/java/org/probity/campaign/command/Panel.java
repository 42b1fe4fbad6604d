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
import org.probity.campaign.command.PanelCommand.ConstitutePanel;
import org.probity.campaign.command.PanelCommand.ReplacePanelMember;
import org.probity.campaign.event.CampaignEvent.ActingPanelChairAppointed;
import org.probity.campaign.event.CampaignEvent.PanelConstituted;
import org.probity.campaign.event.CampaignEvent.PanelMemberReplaced;
import org.probity.campaign.event.CampaignRules;
import org.probity.campaign.event.PanelCapacity;
import org.probity.campaign.event.PanelSeat;
import org.probity.id.CampaignId;
import org.probity.id.PersonId;
import org.probity.policy.event.PanelPreset;

/** The panel of a competition. Protects that it is never smaller or less independent than its rule pack says. */
final class Panel {

    private final CampaignId id;
    private final CampaignRules rules;
    private final Map<PersonId, PanelCapacity> seats = new LinkedHashMap<>();
    private final Set<PersonId> ever = new HashSet<>();
    private @Nullable PersonId actingChair;
    private @Nullable String preset;

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

    void constitute(ConstitutePanel command) {
        PANEL_ALREADY_CONSTITUTED.refuseIf(!seats.isEmpty());
        mustBePanel(command.seats(), command.preset());
        apply(new PanelConstituted(id, command.seats(), command.preset()));
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
        mustBePanel(then, preset);
        apply(new PanelMemberReplaced(id, command.leaving(), command.joining(), command.reason()));
    }

    void appointActingChair(AppointActingPanelChair command) {
        NOT_ON_PANEL.refuseIf(!seats.containsKey(command.person()));
        apply(new ActingPanelChairAppointed(id, command.person(), command.reason()));
    }

    private void mustBePanel(List<PanelSeat> proposed, @Nullable String byPreset) {
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
        if (byPreset != null) {
            mustBeAs(preset(byPreset), proposed);
        }
    }

    private PanelPreset preset(String name) {
        return rules.panelPresets().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PRESET_UNKNOWN.refusal("preset", name));
    }

    private static void mustBeAs(PanelPreset asked, List<PanelSeat> proposed) {
        mustHave(asked.members(), PanelCapacity.MEMBER, asked, proposed);
        mustHave(asked.independent(), PanelCapacity.INDEPENDENT, asked, proposed);
        mustHave(asked.officials(), PanelCapacity.OFFICIAL, asked, proposed);
    }

    private static void mustHave(int minimum, PanelCapacity capacity, PanelPreset asked, List<PanelSeat> proposed) {
        long lacking = minimum - count(proposed, capacity);
        PANEL_NOT_AS_PRESET.refuseIf(lacking > 0, "lacking", lacking, "capacity", capacity, "preset", asked.name());
    }

    private static long count(List<PanelSeat> proposed, PanelCapacity capacity) {
        return proposed.stream().filter(seat -> seat.capacity() == capacity).count();
    }

    void on(PanelConstituted event) {
        event.panel().forEach(this::seat);
        preset = event.preset();
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
