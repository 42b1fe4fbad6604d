package org.probity.interests.command;

import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestsEvent;
import org.probity.interests.event.InterestsEvent.DeclarationRenewed;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;
import org.springframework.stereotype.Component;

/**
 * What other contexts ask about a person's declarations, read from the log without a lock: nothing that is declared
 * later makes an earlier declaration out of date.
 */
@Component
public class DeclarationRegister {

    private final EventStore events;

    DeclarationRegister(EventStore events) {
        this.events = events;
    }

    /**
     * Whether the person declared an interest, declared that there is none, or renewed, not later than a day and not
     * more than so many months before it.
     */
    public boolean upToDate(PersonId person, LocalDate day, int months) {
        var stream = events.readEvents(InterestsEvent.streamOf(person));
        while (stream.hasNext()) {
            LocalDate declared = declared(stream.next().getPayload());
            if (declared != null
                    && !declared.isAfter(day)
                    && !declared.plusMonths(months).isBefore(day)) {
                return true;
            }
        }
        return false;
    }

    /** That an interest ceased says nothing of the others. */
    private static @Nullable LocalDate declared(Object event) {
        return switch (event) {
            case InterestDeclared e -> e.declared();
            case NilDeclarationMade e -> e.on();
            case DeclarationRenewed e -> e.on();
            default -> null;
        };
    }
}
