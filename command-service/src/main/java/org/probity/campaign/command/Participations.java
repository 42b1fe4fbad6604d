package org.probity.campaign.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.probity.id.PersonId;

/** The participations that a command opened, by person. */
final class Participations {

    private final Map<PersonId, Aggregate<Participation>> opened = new LinkedHashMap<>();

    void add(PersonId person, Aggregate<Participation> participation) {
        opened.put(person, participation);
    }

    /**
     * The participation of somebody, empty if there is none.
     *
     * @throws IllegalStateException if the command did not open it
     */
    Aggregate<Participation> of(PersonId person) {
        Aggregate<Participation> participation = opened.get(person);
        if (participation == null) {
            throw new IllegalStateException("A command decides on a participation that it did not open");
        }
        return participation;
    }

    /** Somebody as a candidate decides; refused if they are none. */
    void candidate(PersonId person, Consumer<Candidate> decision) {
        of(person).execute(participation -> decision.accept(participation.candidate()));
    }

    /** Asks somebody as a candidate; refused if they are none. */
    <R> R ask(PersonId person, Function<Candidate, R> question) {
        return of(person).invoke(participation -> question.apply(participation.candidate()));
    }

    /** Somebody who was recommended decides; refused if they are no candidate. */
    void appointee(PersonId person, Consumer<Appointee> decision) {
        candidate(person, candidate -> decision.accept(candidate.appointee()));
    }

    /** Asks somebody who was recommended; refused if they are no candidate. */
    <R> R askAppointee(PersonId person, Function<Appointee, R> question) {
        return ask(person, candidate -> question.apply(candidate.appointee()));
    }

    /** Somebody as member of the panel decides; refused if they never were one. */
    void member(PersonId person, Consumer<PanelMember> decision) {
        of(person).execute(participation -> decision.accept(participation.panelMember()));
    }

    /** Asks somebody as member of the panel; refused if they never were one. */
    <R> R askMember(PersonId person, Function<PanelMember, R> question) {
        return of(person).invoke(participation -> question.apply(participation.panelMember()));
    }

    /** Everybody among them who is or was a candidate; a nominee who never accepted is none. */
    Stream<PersonId> candidates() {
        return opened.entrySet().stream()
                .filter(participation -> participation.getValue().invoke(Participation::hasEntered))
                .map(Map.Entry::getKey);
    }

    /** How many candidates something is true of. */
    long count(Stream<PersonId> people, Function<Candidate, Boolean> question) {
        return people.filter(person -> ask(person, question)).count();
    }
}
