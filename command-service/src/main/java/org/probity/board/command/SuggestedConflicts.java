package org.probity.board.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.board.event.ConflictGround;
import org.probity.board.event.StatedEffect;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.command.DeclarationRegister;
import org.probity.people.command.PeopleRegister;
import org.probity.policy.command.RulePackRegister;
import org.probity.policy.event.RulePack;
import org.springframework.stereotype.Component;

/**
 * Who may be conflicted in a matter, from their employer and from what they declared. Only what treats organisations
 * differently suggests anything.
 */
@Component
class SuggestedConflicts {

    private final PeopleRegister people;
    private final DeclarationRegister declarations;
    private final RulePackRegister packs;

    SuggestedConflicts(PeopleRegister people, DeclarationRegister declarations, RulePackRegister packs) {
        this.people = people;
        this.declarations = declarations;
        this.packs = packs;
    }

    /**
     * The grounds by person; whoever has none is left out.
     *
     * @param effects all effects of the matter
     * @param body whose rule pack says how long a ceased interest counts
     */
    Map<PersonId, List<ConflictGround>> of(
            Collection<PersonId> members, List<StatedEffect> effects, OrganisationCode body, LocalDate day) {
        List<StatedEffect> differential = StatedEffect.differential(effects);
        var grounds = new LinkedHashMap<PersonId, List<ConflictGround>>();
        if (!differential.isEmpty()) {
            RulePack pack = packs.inForce(body, day);
            members.forEach(person -> grounds.put(person, of(person, differential, pack, day)));
            grounds.values().removeIf(List::isEmpty);
        }
        return grounds;
    }

    private List<ConflictGround> of(PersonId person, List<StatedEffect> differential, RulePack pack, LocalDate day) {
        var grounds = new ArrayList<ConflictGround>();
        people.employerOf(person)
                .filter(employer -> differential.stream().anyMatch(effect -> effect.isOn(employer, null)))
                .map(ConflictGround::employer)
                .ifPresent(grounds::add);
        declarations.on(person, day, pack).interests().stream()
                .filter(interest -> differential.stream()
                        .anyMatch(effect -> effect.isOn(interest.organisation(), interest.namedBody())))
                .flatMap(interest -> ConflictGround.interest(interest.id(), interest.category()).stream())
                .forEach(grounds::add);
        return grounds;
    }
}
