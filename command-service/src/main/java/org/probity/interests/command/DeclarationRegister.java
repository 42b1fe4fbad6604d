package org.probity.interests.command;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent;
import org.probity.interests.event.InterestsEvent.DeclarationRenewed;
import org.probity.interests.event.InterestsEvent.InterestCeased;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;
import org.probity.interests.event.NamedBody;
import org.probity.policy.event.RulePack;
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

    /** Whether the person ever declared an interest of this id. */
    public boolean hasDeclared(PersonId person, InterestId interest) {
        return events.readEvents(InterestsEvent.streamOf(person))
                .asStream()
                .anyMatch(event -> event.getPayload() instanceof InterestDeclared declared
                        && declared.interest().equals(interest));
    }

    /**
     * What the person declared by a day, as far as the rule pack of whoever relies on it lists it then. Of an erased
     * person the bodies without a code are not known any more.
     */
    public Declared on(PersonId person, LocalDate day, RulePack pack) {
        Map<InterestId, DeclaredInterest> interests = new LinkedHashMap<>();
        var stream = events.readEvents(InterestsEvent.streamOf(person));
        while (stream.hasNext()) {
            Object event = stream.next().getPayload();
            if (event instanceof InterestDeclared e && !e.declared().isAfter(day)) {
                interests.put(
                        e.interest(),
                        new DeclaredInterest(e.interest(), e.category(), e.organisation(), e.namedBody(), e.inForce()));
            } else if (event instanceof InterestCeased e) {
                interests.computeIfPresent(e.interest(), (id, interest) -> interest.endedOn(e.on()));
            }
        }
        return new Declared(
                upToDate(person, day, pack.declarationMonths()),
                interests.values().stream()
                        .filter(interest -> pack.lists(interest.inForce(), day))
                        .toList());
    }

    /**
     * What somebody declared.
     *
     * @param upToDate whether they declared or renewed recently enough
     * @param interests those in force, and those that ceased not long ago, in the order of their declaration
     */
    public record Declared(boolean upToDate, List<DeclaredInterest> interests) {}

    /** An interest in an organisation, or, where that is null, in a body without a code. */
    public record DeclaredInterest(
            InterestId id,
            InterestCategory category,
            @Nullable OrganisationCode organisation,
            @Nullable NamedBody namedBody,
            Term inForce) {

        private DeclaredInterest endedOn(LocalDate day) {
            return new DeclaredInterest(id, category, organisation, namedBody, inForce.endedOn(day));
        }
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
