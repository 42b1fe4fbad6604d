package org.probity.people.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.people.command.PeopleRule.REGISTRATION_TAKEN;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.id.RegistrationClaimId;
import org.probity.people.event.RegistrationClaimEvent;
import org.probity.people.event.RegistrationClaimEvent.RegistrationClaimed;
import org.probity.people.event.RegistrationClaimEvent.RegistrationReleased;

/** The claim of one person to a registration number. Protects that nobody else has it, until it is given up. */
@Aggregate
class RegistrationClaim {

    private String stream;
    private @Nullable PersonId holder;
    private boolean givenUp;

    RegistrationClaim() {}

    @AggregateIdentifier
    String stream() {
        return stream;
    }

    /** Whether it came to its end; the number may be claimed again, under another name. */
    boolean isGivenUp() {
        return givenUp;
    }

    void mustBeFreeFor(PersonId person) {
        REGISTRATION_TAKEN.refuseIf(holder != null && !holder.equals(person));
    }

    void claim(RegistrationClaimId id, PersonId person) {
        mustBeFreeFor(person);
        apply(new RegistrationClaimed(id, person));
    }

    /** Gives the number up; nothing happens if somebody else holds it, or nobody. */
    void release(RegistrationClaimId id, PersonId person) {
        if (person.equals(holder)) {
            apply(new RegistrationReleased(id, person));
        }
    }

    @EventSourcingHandler
    void on(RegistrationClaimEvent event) {
        stream = event.stream();
        switch (event) {
            case RegistrationClaimed e -> holder = e.person();
            case RegistrationReleased e -> {
                holder = null;
                givenUp = true;
            }
        }
    }
}
