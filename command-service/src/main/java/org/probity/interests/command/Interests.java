package org.probity.interests.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.probity.interests.command.InterestsRule.CEASES_BEFORE_IT_BEGINS;
import static org.probity.interests.command.InterestsRule.INTERESTS_DECLARED;
import static org.probity.interests.command.InterestsRule.INTEREST_CEASED;
import static org.probity.interests.command.InterestsRule.INTEREST_IN_FUTURE;
import static org.probity.interests.command.InterestsRule.INTEREST_UNKNOWN;
import static org.probity.interests.command.InterestsRule.NOTHING_TO_RENEW;
import static org.probity.interests.command.InterestsRule.SUBJECT_REQUIRED;
import static org.probity.interests.command.InterestsRule.VALUE_WITHOUT_GIFT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.probity.command.CommonRule;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.interests.command.InterestsCommand.CeaseInterest;
import org.probity.interests.command.InterestsCommand.DeclareInterest;
import org.probity.interests.command.InterestsCommand.MakeNilDeclaration;
import org.probity.interests.command.InterestsCommand.RenewDeclaration;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent;
import org.probity.interests.event.InterestsEvent.DeclarationRenewed;
import org.probity.interests.event.InterestsEvent.InterestCeased;
import org.probity.interests.event.InterestsEvent.InterestDeclared;
import org.probity.interests.event.InterestsEvent.NilDeclarationMade;

/** What one person declared. Protects that a declaration of nothing does not stand beside interests in force. */
@Aggregate
class Interests {

    @AggregateIdentifier
    private String stream;

    private final Map<InterestId, Term> interests = new HashMap<>();

    Interests() {}

    /**
     * @param withinDays days after it arose within which an interest is declared in time; later it is accepted as late
     */
    void declare(DeclareInterest command, LocalDate today, int withinDays) {
        CommonRule.ALREADY_EXISTS.refuseIf(interests.containsKey(command.interest()));
        SUBJECT_REQUIRED.refuseIf((command.organisation() == null) == (command.namedBody() == null));
        VALUE_WITHOUT_GIFT.refuseIf(
                command.estimatedPounds() != null && command.category() != InterestCategory.GIFTS_AND_HOSPITALITY);
        INTEREST_IN_FUTURE.refuseIf(command.arose().isAfter(today), "arose", command.arose());
        boolean late = command.arose().plusDays(withinDays).isBefore(today);
        apply(new InterestDeclared(
                command.person(),
                command.interest(),
                command.category(),
                command.organisation(),
                command.namedBody(),
                command.description(),
                command.arose(),
                today,
                command.inForce(),
                late,
                command.estimatedPounds()));
    }

    void declareNothing(MakeNilDeclaration command, LocalDate today) {
        long standing = interests.values().stream()
                .filter(inForce -> !isOver(inForce, today))
                .count();
        INTERESTS_DECLARED.refuseIf(standing > 0, "interests", standing);
        apply(new NilDeclarationMade(command.person(), today));
    }

    void renew(RenewDeclaration command, LocalDate today) {
        NOTHING_TO_RENEW.refuseIf(stream == null);
        apply(new DeclarationRenewed(command.person(), today));
    }

    void cease(CeaseInterest command) {
        Term inForce = interests.get(command.interest());
        if (inForce == null) {
            throw INTEREST_UNKNOWN.refusal();
        }
        INTEREST_CEASED.refuseIf(isOver(inForce, command.on()), "on", inForce.until());
        CEASES_BEFORE_IT_BEGINS.refuseIf(!inForce.from().isBefore(command.on()), "from", inForce.from());
        apply(new InterestCeased(command.person(), command.interest(), command.on()));
    }

    private static boolean isOver(Term inForce, LocalDate day) {
        return inForce.until() != null && !day.isBefore(inForce.until());
    }

    @EventSourcingHandler
    void on(InterestsEvent event) {
        stream = event.stream();
        switch (event) {
            case InterestDeclared e -> interests.put(e.interest(), e.inForce());
            case InterestCeased e -> interests.computeIfPresent(e.interest(), (id, inForce) -> inForce.endedOn(e.on()));
            case NilDeclarationMade e -> {}
            case DeclarationRenewed e -> {}
        }
    }
}
