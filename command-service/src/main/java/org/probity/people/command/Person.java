package org.probity.people.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.command.CommonRule.PERSON_ERASED;
import static org.probity.people.command.PeopleRule.ALREADY_HELD;
import static org.probity.people.command.PeopleRule.NO_HOLD;
import static org.probity.people.command.PeopleRule.UNDER_RETENTION_HOLD;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.command.CommonRule;
import org.probity.people.command.PeopleCommand.AmendPerson;
import org.probity.people.command.PeopleCommand.ErasePerson;
import org.probity.people.command.PeopleCommand.LiftRetentionHold;
import org.probity.people.command.PeopleCommand.PlaceRetentionHold;
import org.probity.people.command.PeopleCommand.RegisterPerson;
import org.probity.people.event.PersonEvent;
import org.probity.people.event.PersonEvent.PersonAmended;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.PersonEvent.RetentionHoldLifted;
import org.probity.people.event.PersonEvent.RetentionHoldPlaced;
import org.probity.people.event.Registration;

/** One person. Protects that nothing is recorded about somebody once they are erased, and retention holds. */
@Aggregate
class Person {

    @AggregateIdentifier
    private String stream;

    private @Nullable String name;
    private @Nullable Registration registration;
    private boolean held;
    private boolean erased;

    Person() {}

    /** The registration to release when another takes its place or none; no rule depends on it, it can be erased. */
    @Nullable
    Registration registration() {
        return registration;
    }

    void register(RegisterPerson command) {
        CommonRule.ALREADY_EXISTS.refuseIf(stream != null);
        apply(new PersonRegistered(
                command.person(),
                command.name(),
                command.contact(),
                command.profession(),
                command.registration(),
                command.employer(),
                command.inActivePractice()));
    }

    void amend(AmendPerson command) {
        PERSON_ERASED.refuseIf(erased);
        apply(new PersonAmended(
                command.person(),
                command.name(),
                command.contact(),
                command.profession(),
                command.registration(),
                command.employer(),
                command.inActivePractice()));
    }

    void placeHold(PlaceRetentionHold command) {
        PERSON_ERASED.refuseIf(erased);
        ALREADY_HELD.refuseIf(held);
        apply(new RetentionHoldPlaced(command.person(), command.reason()));
    }

    /**
     * Erases what is known about the person.
     *
     * @param heldOffice whether the name is kept where it stands in public decisions
     */
    void erase(ErasePerson command, boolean heldOffice) {
        PERSON_ERASED.refuseIf(erased);
        UNDER_RETENTION_HOLD.refuseIf(held);
        apply(new PersonErased(command.person(), heldOffice ? name : null));
    }

    void liftHold(LiftRetentionHold command) {
        NO_HOLD.refuseIf(!held);
        apply(new RetentionHoldLifted(command.person()));
    }

    @EventSourcingHandler
    void on(PersonEvent event) {
        switch (event) {
            case PersonRegistered e -> {
                stream = e.stream();
                name = e.name();
                registration = e.registration();
            }
            case PersonAmended e -> {
                name = e.name();
                registration = e.registration();
            }
            case RetentionHoldPlaced e -> held = true;
            case RetentionHoldLifted e -> held = false;
            case PersonErased e -> {
                erased = true;
                held = false;
                name = null;
                registration = null;
            }
        }
    }
}
