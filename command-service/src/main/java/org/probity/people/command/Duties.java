package org.probity.people.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.people.command.PeopleRule.DUTY_ENDED;
import static org.probity.people.command.PeopleRule.DUTY_NOT_HELD;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.command.CommonRule;
import org.probity.id.DutyId;
import org.probity.people.command.PeopleCommand.EndDuty;
import org.probity.people.command.PeopleCommand.GrantDuty;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;

/** The duties of one person. Protects that each has one beginning and one end, which only ever moves closer. */
@Aggregate
class Duties {

    private String stream;
    private final Map<DutyId, Duty> duties = new HashMap<>();

    Duties() {}

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    /** What a duty is for, so that it can be decided who may end it. */
    DutyScope scope(DutyId id) {
        return duty(id).scope();
    }

    /** As what it is held, for the same. */
    Authority role(DutyId id) {
        return duty(id).role();
    }

    /** Whether any of them is in force on a day or a later one. */
    boolean lastBeyond(LocalDate day) {
        return duties.values().stream()
                .anyMatch(duty -> duty.until() == null || duty.until().isAfter(day));
    }

    void grant(GrantDuty command) {
        CommonRule.ALREADY_EXISTS.refuseIf(duties.containsKey(command.duty()));
        apply(new DutyGranted(command.person(), command.duty(), command.role(), command.scope(), command.term()));
    }

    void end(EndDuty command) {
        LocalDate until = duty(command.duty()).until();
        DUTY_ENDED.refuseIf(until != null && !command.on().isBefore(until), "on", until);
        apply(new DutyEnded(command.person(), command.duty(), command.on(), command.reason()));
    }

    private Duty duty(DutyId id) {
        Duty duty = duties.get(id);
        if (duty == null) {
            throw DUTY_NOT_HELD.refusal();
        }
        return duty;
    }

    @EventSourcingHandler
    void on(DutyEvent event) {
        stream = event.stream();
        switch (event) {
            case DutyGranted e ->
                duties.put(e.duty(), new Duty(e.role(), e.scope(), e.term().until()));
            case DutyEnded e ->
                duties.computeIfPresent(e.duty(), (id, duty) -> new Duty(duty.role(), duty.scope(), e.on()));
        }
    }

    /** {@code until} is the first day without the duty. */
    private record Duty(
            Authority role, DutyScope scope, @Nullable LocalDate until) {}
}
